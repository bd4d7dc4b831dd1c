import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { SeenBytes } from '#server/http/seen-bytes.ts'

const bytesOf = (isFinal: boolean) => ({
  mimeType: 'video/mp4',
  sizeBytes: 1,
  isFinal,
  read: () => Promise.resolve(Readable.from([])),
})

it('[REPLAY2] a right is asked for again after five seconds, and at once for bytes that still grow', async () => {
  let nowMs = 0
  let asked = 0
  const seen = new SeenBytes({ nowMs: () => nowMs })
  const find = (isFinal: boolean) => () => {
    asked += 1
    return Promise.resolve(bytesOf(isFinal))
  }
  await seen.get('a', find(true))
  nowMs = 4_999
  await seen.get('a', find(true))
  expect(asked).toBe(1)
  nowMs = 5_000
  await seen.get('a', find(true))
  expect(asked).toBe(2)
  await seen.get('b', find(false))
  await seen.get('b', find(false))
  expect(asked).toBe(4)
})

it('[REPLAY2] a refusal is kept for nobody', async () => {
  const seen = new SeenBytes({ nowMs: () => 0 })
  await expect(seen.get('a', () => Promise.reject(new Error('refused')))).rejects.toThrow('refused')
  await expect(seen.get('a', () => Promise.resolve(bytesOf(true)))).resolves.toMatchObject({ isFinal: true })
})
