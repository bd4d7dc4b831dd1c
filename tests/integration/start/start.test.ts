import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { postmasterPid, ServiceProcess, temporaryDataDir } from '#tests/support/service-process.ts'

const STOP_LIMIT_MS = 10_000

describe('the life of the service', () => {
  const data = temporaryDataDir()
  let running: ServiceProcess | undefined

  const start = () => (running = new ServiceProcess({ dataDir: data.path }))

  afterEach(async () => {
    await running?.end('SIGKILL')
    running = undefined
  })
  afterAll(() => data.remove())

  it('[START1] is alive and ready, and says what it has looked at', async () => {
    const origin = await start().ready()
    const alive = await fetch(`${origin}/healthz`)
    expect(alive.status).toBe(200)
    expect(await alive.json()).toEqual({ status: 'alive' })
    const ready = await fetch(`${origin}/readyz`)
    expect(ready.status).toBe(200)
    expect(await ready.json()).toMatchObject({ ready: true, checks: { database: { status: 'ready' } } })
  })

  it('[START2] SIGTERM ends it with exit code 0 within 10 s, and leaves no PostgreSQL', async () => {
    const service = start()
    await service.ready()
    expect(postmasterPid(data.path)).toBeDefined()
    const askedAtMs = performance.now()
    const { exitCode } = await service.end('SIGTERM')
    expect(exitCode).toBe(0)
    expect(performance.now() - askedAtMs).toBeLessThan(STOP_LIMIT_MS)
    expect(postmasterPid(data.path)).toBeUndefined()
  })

  it('[START3] after kill -9 the next start adopts the orphan PostgreSQL and takes the stale lock over', async () => {
    const killed = start()
    await killed.ready()
    await killed.end('SIGKILL')
    const orphan = postmasterPid(data.path)
    expect(orphan).toBeDefined()

    const service = start()
    const origin = await service.ready()
    expect(postmasterPid(data.path)).toBe(orphan)
    expect((await fetch(`${origin}/readyz`)).status).toBe(200)
    expect((await service.end('SIGTERM')).exitCode).toBe(0)
    expect(postmasterPid(data.path)).toBeUndefined()
  })

  it('[START4] a second service on the same data folder is refused, and the first one lives on', async () => {
    const origin = await start().ready()
    const { exitCode, output } = await new ServiceProcess({ dataDir: data.path }).exited
    expect(exitCode).toBe(1)
    expect(output).toContain('这个数据文件夹正由另一个同课使用')
    expect((await fetch(`${origin}/readyz`)).status).toBe(200)
  })

  it('[START5] SIGTERM during the start ends it with exit code 0 and leaves no PostgreSQL', async () => {
    const service = start()
    if (service.child.stdout === null) throw new Error('no output to read')
    // The first line it prints: the database runs, nothing else does yet.
    await once(service.child.stdout, 'data')
    const { exitCode, output } = await service.end('SIGTERM')
    expect(output).not.toContain('同课已就绪')
    expect(exitCode).toBe(0)
    expect(postmasterPid(data.path)).toBeUndefined()
  })
})

describe('a start that cannot succeed', () => {
  const data = temporaryDataDir()
  const taken = createServer()

  beforeAll(async () => {
    taken.listen(0, '127.0.0.1')
    await once(taken, 'listening')
  })
  afterAll(() => {
    taken.close()
    data.remove()
  })

  const takenPort = () => {
    const address = taken.address()
    if (typeof address !== 'object' || address === null) throw new Error('not listening')
    return String(address.port)
  }

  it('[START6] a taken port is named with its remedy, and no PostgreSQL is left', async () => {
    const port = takenPort()
    const { exitCode, output } = await new ServiceProcess({ dataDir: data.path, env: { PORT: port } }).exited
    expect(exitCode).toBe(1)
    expect(output).toContain(`端口 ${port} 已被占用`)
    expect(output).toContain('办法：')
    expect(postmasterPid(data.path)).toBeUndefined()
  })

  it('[START7] an unreachable database is named without its password', async () => {
    const env = { DATABASE_URL: 'postgresql://tongke:geheim@127.0.0.1:1/tongke' }
    const { exitCode, output } = await new ServiceProcess({ dataDir: data.path, env }).exited
    expect(exitCode).toBe(1)
    expect(output).toContain('连不上数据库 127.0.0.1:1/tongke')
    expect(output).not.toContain('geheim')
  })

  it.each([
    ['nobody listens', 'endpoint=http://127.0.0.1:1'],
    ['no such name', 'endpoint=http://storage.invalid:9000'],
  ])('[START9] a storage where %s is named, and no PostgreSQL is left', async (_why, address) => {
    const env = {
      TONGKE_STORAGE: `s3://tongke?${address}`,
      TONGKE_S3_ACCESS_KEY_ID: 'tongke',
      TONGKE_S3_SECRET_ACCESS_KEY: 'geheim',
    }
    const { exitCode, output } = await new ServiceProcess({ dataDir: data.path, env }).exited
    expect(exitCode).toBe(1)
    expect(output).toContain('存储用不了')
    expect(output).toContain('办法：')
    expect(output).not.toContain('geheim')
    expect(output).not.toContain(' at ')
    expect(postmasterPid(data.path)).toBeUndefined()
  })

  it('[START9] so is a folder that cannot be one', async () => {
    const env = { TONGKE_STORAGE: 'local:/dev/null/storage' }
    const { exitCode, output } = await new ServiceProcess({ dataDir: data.path, env }).exited
    expect(exitCode).toBe(1)
    expect(output).toContain('存储用不了：/dev/null/storage')
  })

  it('[START10] a Redis that does not answer is named, and no PostgreSQL is left', async () => {
    const env = { REDIS_URL: 'redis://127.0.0.1:1' }
    const { exitCode, output } = await new ServiceProcess({ dataDir: data.path, env }).exited
    expect(exitCode).toBe(1)
    expect(output).toContain('REDIS_URL 所指的 Redis 连不上')
    expect(output).not.toContain('redis_away')
    expect(postmasterPid(data.path)).toBeUndefined()
  })

  it('[START11] a taken media port is said once', async () => {
    const holder = createSocket('udp4')
    holder.bind(0, '127.0.0.1')
    await once(holder, 'listening')
    const env = { TONGKE_MEDIA_PORT: String(holder.address().port), TONGKE_MEDIA_WORKERS: '1' }
    const { exitCode, output } = await new ServiceProcess({ dataDir: data.path, env }).exited
    holder.close()
    expect(exitCode).toBe(1)
    expect(output).toContain(`音视频端口 ${env.TONGKE_MEDIA_PORT} 至`)
    expect(output).not.toContain('media_worker_complains')
    expect(postmasterPid(data.path)).toBeUndefined()
  })

  it('[START8] every fault of the configuration is listed at once', async () => {
    const env = { PORT: 'abc', REDIS_URL: 'nonsense', TONGKE_SECRET: 'short' }
    const { exitCode, output } = await new ServiceProcess({ dataDir: data.path, env }).exited
    expect(exitCode).toBe(1)
    for (const name of Object.keys(env)) expect(output).toContain(name)
  })
})
