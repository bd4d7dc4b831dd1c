import { describe, expect, it } from 'vitest'
import { ConfigFault } from '#server/config/config.ts'
import { loadConfig } from '#server/config/env.ts'

const load = (env: Record<string, string | undefined> = {}, argv: string[] = []) =>
  loadConfig(env, { argv, cwd: '/srv/tongke' })

function faultsOf(env: Record<string, string>, argv: string[] = []): readonly string[] {
  try {
    load(env, argv)
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults
    throw error
  }
  return []
}

describe('the configuration', () => {
  it('[CFG1] nothing set: one command on one machine, reached from that machine alone', () => {
    expect(load()).toMatchObject({
      mode: 'production',
      http: { host: '127.0.0.1', port: 3000, publicUrl: undefined },
      dataDir: '/srv/tongke/data',
      database: { kind: 'embedded' },
      bus: { kind: 'in-process' },
      storage: { kind: 'local', folder: '/srv/tongke/data/storage' },
      media: { firstPort: 21_000, announcedAddress: undefined, workerCount: undefined },
      mail: null,
      demo: true,
      secret: { kind: 'kept-in-data-folder' },
      logLevel: 'info',
    })
    expect([...load().services]).toEqual(['web', 'realtime', 'collab', 'jobs'])
  })

  it('[CFG2] an empty variable counts as not set', () => {
    expect(load({ PORT: '', DATABASE_URL: '', TONGKE_STORAGE: '' })).toEqual(load())
  })

  it('[CFG3] --lan opens to the network; HOST still has the last word', () => {
    expect(load({}, ['--lan'])).toMatchObject({ lan: true, http: { host: '0.0.0.0' } })
    expect(load({ HOST: '192.168.1.5' }, ['--lan']).http.host).toBe('192.168.1.5')
  })

  it('[CFG12] mail needs a server and a sender; one without the other is a fault', () => {
    const [TONGKE_SMTP_URL, TONGKE_MAIL_FROM] = ['smtp://mail.example.edu.cn:587', '同课 <tongke@example.edu.cn>']
    expect(load({ TONGKE_SMTP_URL, TONGKE_MAIL_FROM }).mail).toEqual({ url: TONGKE_SMTP_URL, from: TONGKE_MAIL_FROM })
    expect(faultsOf({ TONGKE_SMTP_URL })).toEqual([expect.stringContaining('要么都设')])
    expect(faultsOf({ TONGKE_SMTP_URL: 'http://mail', TONGKE_MAIL_FROM: 'nobody' })).toHaveLength(2)
  })

  it('[CFG4] a database of one’s own brings no demo city unless asked for', () => {
    const DATABASE_URL = 'postgresql://a:b@db:5432/tongke'
    expect(load({ DATABASE_URL })).toMatchObject({ demo: false, database: { kind: 'external', url: DATABASE_URL } })
    expect(load({ DATABASE_URL, TONGKE_DEMO: '1' }).demo).toBe(true)
    expect(load({ TONGKE_DEMO: '0' }).demo).toBe(false)
  })

  it('[CFG5] S3 storage by one address, its keys apart', () => {
    const env = {
      TONGKE_STORAGE: 's3://lessons?endpoint=https://s3.example.cn&region=cn-east-1',
      TONGKE_S3_ACCESS_KEY_ID: 'id',
      TONGKE_S3_SECRET_ACCESS_KEY: 'key',
    }
    expect(load(env).storage).toEqual({
      kind: 's3',
      bucket: 'lessons',
      endpoint: 'https://s3.example.cn',
      region: 'cn-east-1',
      accessKeyId: 'id',
      secretAccessKey: 'key',
    })
    expect(faultsOf({ TONGKE_STORAGE: env.TONGKE_STORAGE })).toHaveLength(2)
  })

  it('[CFG6] every fault is listed at once, each with the name of its variable', () => {
    const env = {
      PORT: '70000',
      HOST: 'not a host',
      TONGKE_PUBLIC_URL: 'https://example.cn/path',
      DATABASE_URL: 'mysql://db',
      REDIS_URL: 'db:6379',
      TONGKE_STORAGE: 'ftp://x',
      TONGKE_MEDIA_PORT: '0',
      TONGKE_MEDIA_WORKERS: 'many',
      TONGKE_DEMO: 'yes',
      TONGKE_SECRET: 'too short',
      LOG_LEVEL: 'loud',
    }
    const faults = faultsOf(env, ['--lann', '--services=web,cooking'])
    for (const name of [...Object.keys(env), '--lann', '--services']) {
      expect(
        faults.filter((fault) => fault.startsWith(`${name}：`)),
        name,
      ).toHaveLength(1)
    }
    expect(faults).toHaveLength(Object.keys(env).length + 2)
  })

  it('[CFG7] only the services that were asked for', () => {
    expect([...load({}, ['--services=jobs,web']).services]).toEqual(['web', 'jobs'])
  })
})
