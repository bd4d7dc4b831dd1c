import { mkdtemp, readdir, rm, writeFile, access } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LocalStorage } from '#server/adapters/storage/local-storage.ts'
import { S3Storage } from '#server/adapters/storage/s3-storage.ts'
import type { ObjectStorage } from '#server/usecases/ports.ts'

const PLAIN = { mimeType: 'text/plain' }
const BUCKET = 'tongke'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongke-test-storage-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function readAll(read: Awaited<ReturnType<ObjectStorage['read']>>): Promise<string | null> {
  if (read === null) return null
  const chunks: Buffer[] = []
  for await (const chunk of read.body) chunks.push(Buffer.from(chunk))
  const body = Buffer.concat(chunks)
  expect(read.sizeBytes).toBe(body.length)
  return body.toString('utf8')
}

interface Kind {
  open(): Promise<{ storage: ObjectStorage; close(): Promise<void> }>
}

const KINDS: Record<'local' | 's3', Kind> = {
  local: {
    open: () =>
      Promise.resolve({ storage: new LocalStorage({ folder: join(folder, 'local') }), close: () => Promise.resolve() }),
  },
  s3: {
    open: async () => {
      const server = new S3rver({
        port: 0,
        address: '127.0.0.1',
        silent: true,
        directory: join(folder, 's3'),
        configureBuckets: [{ name: BUCKET, configs: [] }],
      })
      const { port } = await server.run()
      const storage = new S3Storage({
        bucket: BUCKET,
        region: 'us-east-1',
        endpoint: `http://127.0.0.1:${port}`,
        accessKeyId: 'S3RVER',
        secretAccessKey: 'S3RVER',
      })
      const close = async () => {
        storage.close()
        await server.close()
      }
      return { storage, close }
    },
  },
}

describe.each(['local', 's3'] as const)('the storage: %s', (kind) => {
  let storage: ObjectStorage
  let close: () => Promise<void>
  beforeAll(async () => ({ storage, close } = await KINDS[kind].open()))
  afterAll(() => close())

  it('[STORE1] gives back what was put, under names in Chinese too', async () => {
    await storage.put('images/第二课时.txt', Buffer.from('攀、缩、微倾'), PLAIN)
    expect(await readAll(await storage.read('images/第二课时.txt'))).toBe('攀、缩、微倾')
    expect(await storage.sizeBytes('images/第二课时.txt')).toBe(18)
  })

  it('[STORE2] replaces an object as a whole', async () => {
    await storage.put('a/b/c', Buffer.from('a long first version'), PLAIN)
    await storage.put('a/b/c', Buffer.from('short'), PLAIN)
    expect(await readAll(await storage.read('a/b/c'))).toBe('short')
  })

  it('[STORE3] answers null for what is not there, and deletes it without complaint', async () => {
    expect(await storage.read('not/there')).toBeNull()
    expect(await storage.sizeBytes('not/there')).toBeNull()
    await storage.delete('not/there')
    await storage.put('soon/gone', Buffer.from('x'), PLAIN)
    await storage.delete('soon/gone')
    expect(await storage.read('soon/gone')).toBeNull()
  })

  it.each([
    [0, 3, '0123'],
    [4, 4, '4'],
    [7, 9, '789'],
    [8, 500, '89'],
  ])('[STORE4] reads the bytes from %i to %i, both inside', async (firstByte, lastByte, expected) => {
    await storage.put('range', Buffer.from('0123456789'), PLAIN)
    expect(await readAll(await storage.read('range', { firstByte, lastByte }))).toBe(expected)
  })

  it('[STORE5] takes a finished file over, and a second time changes nothing', async () => {
    const path = join(folder, `${kind}-finished`)
    await writeFile(path, 'a recording')
    await storage.putFile('recordings/r/1.mp4', path, { mimeType: 'video/mp4' })
    await expect(access(path)).rejects.toThrow()
    await storage.putFile('recordings/r/1.mp4', path, { mimeType: 'video/mp4' })
    expect(await readAll(await storage.read('recordings/r/1.mp4'))).toBe('a recording')
    await expect(storage.putFile('recordings/r/2.mp4', path, { mimeType: 'video/mp4' })).rejects.toThrow()
  })

  it.each(['', '/', '/etc/passwd', '../x', 'a/../../x', 'a/..', './a', 'a//b', 'a/', 'a\\b', 'a\0b'])(
    '[STORE6] %j is no key',
    async (key) => {
      await expect(storage.put(key, Buffer.from('x'), PLAIN)).rejects.toThrow('not an object key')
      await expect(storage.read(key)).rejects.toThrow('not an object key')
      await expect(storage.delete(key)).rejects.toThrow('not an object key')
    },
  )

  it('[STORE7] says that it can be written', async () => {
    await storage.check()
  })
})

describe('the local folder', () => {
  it('[STORE8] holds whole objects only, whatever is written at once', async () => {
    const storage = new LocalStorage({ folder: join(folder, 'race') })
    const bodies = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(50_000))
    await Promise.all(bodies.map((body) => storage.put('one/key', Buffer.from(body))))
    expect(bodies).toContain(await readAll(await storage.read('one/key')))
    expect(await readdir(join(folder, 'race', 'one'))).toEqual(['key'])
  })

  it('[STORE7] says that it cannot be written where a file is in the way', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(new LocalStorage({ folder: join(folder, 'file', 'below') }).check()).rejects.toThrow()
  })
})

describe('the bucket', () => {
  it('[STORE7] says that it is away', async () => {
    const storage = new S3Storage({
      bucket: BUCKET,
      region: 'us-east-1',
      endpoint: 'http://127.0.0.1:9',
      accessKeyId: 'x',
      secretAccessKey: 'y',
    })
    await expect(storage.check()).rejects.toThrow()
    storage.close()
  })
})
