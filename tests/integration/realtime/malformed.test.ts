import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roomRequestNames, roomRequests, type RoomRequestName } from '#core/contract/room-requests.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'
import { RawSocket } from './raw-socket.ts'
import { SAMPLE_INPUTS } from './sample-inputs.ts'
import { HOST, openTestRoom } from './test-city.ts'
import { TestRoom } from './test-room.ts'

const PLENTY = 1_000_000
const garbage = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('__proto__', '\u0000', '<img src=x onerror=alert(1)>', '用'.repeat(5_000), 1e308, -1, null),
)

/** Valid payloads with one field replaced, and anything at all; never one that parses. */
const malformed = (name: RoomRequestName) => {
  const sample: Record<string, unknown> = { ...SAMPLE_INPUTS[name] }
  const fields = Object.keys(sample)
  const spoiled =
    fields.length === 0
      ? garbage
      : fc.tuple(fc.constantFrom(...fields), garbage).map(([field, value]) => ({ ...sample, [field]: value }))
  return fc.oneof(spoiled, garbage).filter((payload) => !roomRequests[name].input.safeParse(payload).success)
}

describe('malformed messages', () => {
  let database: TestDatabase
  let room: TestRoom
  let host: RawSocket

  beforeAll(async () => {
    database = await createTestDatabase()
    await openTestRoom(database.database)
    const rateLimits = {
      entry: PLENTY,
      chat: PLENTY,
      signal: PLENTY,
      media: PLENTY,
      steer: PLENTY,
      read: PLENTY,
      noise: 100,
    }
    room = await TestRoom.start({ database: database.database, rateLimits })
    host = await RawSocket.connect(room.origin, { cookie: `person=${HOST}` })
    await host.ask('room.prepare', SAMPLE_INPUTS['room.prepare'])
    await host.ask('room.join', {})
  })
  afterAll(async () => {
    host.close()
    await room.close()
    await database.close()
  })

  it.each(roomRequestNames)('[ACK1] %s: a malformed payload is answered INVALID, once', async (name) => {
    await fc.assert(
      fc.asyncProperty(malformed(name), async (payload) => {
        expect(await host.code(name, payload)).toBe('INVALID')
      }),
      { numRuns: 40 },
    )
  })

  it('[ACK2] what is no request has no effect; too much of it closes the socket, and only that one', async () => {
    const noisy = await RawSocket.connect(room.origin, { cookie: 'guest=noisy' })
    expect(await noisy.code('no.such-request', {})).toBe('INVALID')
    expect(await noisy.code('constructor', {})).toBe('INVALID')
    expect(await noisy.code('chat.send')).toBe('INVALID')
    const closed = new Promise((resolve) => noisy.socket.once('disconnect', resolve))
    for (let index = 0; index < 200; index += 1) noisy.socket.emit('chat.send', { text: 'ohne Antwort' })
    expect(await closed).toBe('io server disconnect')
    expect(await host.code('room.events-after', { afterSeq: 0 })).toBe('ok')
  })

  it('[ACK2] an oversized message closes the socket, and only that one', async () => {
    const huge = await RawSocket.connect(room.origin, { cookie: 'guest=huge' })
    const closed = new Promise((resolve) => huge.socket.once('disconnect', resolve))
    huge.socket.emit('chat.send', { text: 'x'.repeat(1_000_000) }, () => undefined)
    await closed
    expect(await host.code('room.events-after', { afterSeq: 0 })).toBe('ok')
  })

  it('[AUTH3] a page of another origin gets no socket', async () => {
    const foreign = { cookie: `person=${HOST}`, origin: 'https://evil.example' }
    await expect(RawSocket.connect(room.origin, foreign)).rejects.toThrow()
    const own = await RawSocket.connect(room.origin, { ...foreign, origin: 'https://tongke.example' })
    own.close()
  })

  it('nothing of all this was a bug of ours', () => {
    expect(room.lines.filter(({ event }) => event === 'request_failed')).toEqual([])
  })
})
