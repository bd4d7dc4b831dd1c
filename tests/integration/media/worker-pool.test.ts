import { spawn } from 'node:child_process'
import dgram from 'node:dgram'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { MediaRoom } from '#server/media/media-room.ts'
import { WorkerPool } from '#server/media/worker-pool.ts'
import { poolOptions } from './pool-options.ts'

const pools: WorkerPool[] = []
async function openPool(workers: number): Promise<WorkerPool> {
  const pool = await WorkerPool.create(poolOptions({ block: 0, workers }))
  pools.push(pool)
  return pool
}
afterEach(() => {
  for (const pool of pools.splice(0)) pool.close()
})

function pidOf(pool: WorkerPool, index: number): number {
  const pid = pool.health()[index]?.pid
  if (typeof pid !== 'number') throw new Error(`Worker ${index} is not up.`)
  return pid
}

describe('WorkerPool', () => {
  it('[MEDIA-POOL1] a killed worker is told at once and replaced on the same port', async () => {
    const pool = await openPool(2)
    const [killed, other] = [pidOf(pool, 0), pidOf(pool, 1)]
    const died = once(pool, 'worker-died')
    const up = once(pool, 'worker-up')
    const killedMs = performance.now()
    process.kill(killed, 'SIGKILL')
    const [death] = await died
    const noticedMs = performance.now() - killedMs
    expect(death).toMatchObject({ index: 0, pid: killed })
    expect(noticedMs).toBeLessThan(500)
    expect(pool.ready).toBe(true)
    await up
    expect(pool.health()).toMatchObject([
      { port: 13_000, status: 'up' },
      { port: 13_001, status: 'up', pid: other },
    ])
    expect(pidOf(pool, 0)).not.toBe(killed)
  })

  it('[MEDIA-POOL2] with its only worker dead it is not ready, and who asks gets the replacement', async () => {
    const pool = await openPool(1)
    const killed = pidOf(pool, 0)
    const died = once(pool, 'worker-died')
    process.kill(killed, 'SIGKILL')
    await died
    expect(pool.ready).toBe(false)
    const worker = await pool.acquire()
    expect(worker.pid).not.toBe(killed)
    expect(pool.ready).toBe(true)
  })

  it('[MEDIA-POOL3] a port held by another program is refused by name, and no worker is left behind', async () => {
    const holder = dgram.createSocket('udp4')
    holder.bind(13_001, '127.0.0.1')
    await once(holder, 'listening')
    await expect(openPool(2)).rejects.toMatchObject({ code: 'PORT_IN_USE', message: expect.stringContaining('13001') })
    holder.close()
    // The first port was taken by the pool that failed: free again means that its worker is gone.
    expect((await openPool(2)).ready).toBe(true)
  })

  it('[MEDIA-POOL9] a replacement that cannot listen is tried again until it can', { timeout: 15_000 }, async () => {
    const pool = await openPool(1)
    const holder = dgram.createSocket('udp4')
    pool.once('worker-died', () => holder.bind(13_000, '127.0.0.1'))
    const failed = once(pool, 'worker-not-replaced')
    process.kill(pidOf(pool, 0), 'SIGKILL')
    expect((await failed)[0]).toMatchObject({ index: 0, reason: expect.stringContaining('13000'), retryInMs: 250 })
    expect(pool.health()[0]).toMatchObject({ status: 'waiting', reason: expect.stringContaining('13000') })
    const up = once(pool, 'worker-up')
    holder.close()
    await up
    expect(pool.ready).toBe(true)
  })

  it('[MEDIA-POOL4] rooms go to the worker with the least to do', async () => {
    const pool = await openPool(2)
    const first = await MediaRoom.create({ sessionId: 'a', worker: await pool.acquire() })
    const second = await MediaRoom.create({ sessionId: 'b', worker: await pool.acquire() })
    expect(new Set([first.workerPid, second.workerPid]).size).toBe(2)
    first.close()
    const third = await MediaRoom.create({ sessionId: 'c', worker: await pool.acquire() })
    expect(third.workerPid).toBe(first.workerPid)
  })

  it('[MEDIA-POOL5] the order of a shutdown is the process’s: workers do not end by themselves on a signal to it', async () => {
    const before = [process.listenerCount('SIGTERM'), process.listenerCount('SIGINT')]
    await openPool(2)
    expect([process.listenerCount('SIGTERM'), process.listenerCount('SIGINT')]).toEqual(before)
  })

  it('[MEDIA-POOL6] closing ends the workers, refuses who waits, and may be repeated', async () => {
    const pool = await openPool(1)
    const pid = pidOf(pool, 0)
    pool.close()
    pool.close()
    await expect(pool.acquire()).rejects.toMatchObject({ code: 'CLOSED' })
    await vi.waitFor(() => expect(existsSync(`/proc/${pid}`)).toBe(false), { timeout: 3_000 })
  })

  it('[MEDIA-POOL7] a server killed by force leaves no orphan worker', async () => {
    const script = new URL('./pool-process.ts', import.meta.url).pathname
    const server = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = await once(createInterface({ input: server.stdout }), 'line')
    const pids: unknown = JSON.parse(String(line))
    expect(pids).toHaveLength(2)
    server.kill('SIGKILL')
    await once(server, 'exit')
    await vi.waitFor(
      () => {
        for (const pid of Array.isArray(pids) ? pids : []) expect(existsSync(`/proc/${pid}`)).toBe(false)
      },
      { timeout: 5_000 },
    )
  })

  it('[MEDIA-POOL8] options that cannot work are named', async () => {
    const good = poolOptions({ block: 0 })
    const plainPorts = { min: good.firstPort, max: good.firstPort + 50 }
    await expect(WorkerPool.create({ ...good, plainPorts })).rejects.toThrow(/overlap/)
    await expect(WorkerPool.create({ ...good, listenIp: '0.0.0.0' })).rejects.toThrow(/announced/)
  })
})
