import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { People } from '#server/usecases/people/ports.ts'
import { CuttableProxy } from '#tests/support/network/cuttable-proxy.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'
import { RawSocket } from './raw-socket.ts'
import { SAMPLE_INPUTS } from './sample-inputs.ts'
import { HOST, openTestRoom } from './test-city.ts'
import { meOf, TestRoom, until, type TestRoomOptions } from './test-room.ts'

/** Ping interval and timeout, and what it takes to tell everybody. */
const GHOST_MAX_MS = 5_000

describe('limits and faults of the room server', () => {
  let database: TestDatabase
  let room: TestRoom
  const start = async (options: Partial<TestRoomOptions> = {}) =>
    (room = await TestRoom.start({ database: database.database, ...options }))

  beforeEach(async () => {
    database = await createTestDatabase()
    await openTestRoom(database.database, { 'person-teacher': 'participant' })
  })
  afterEach(async () => {
    await room.close()
    await database.close()
  })

  it('[LIM1] who asks too often is told when to come back; others are not concerned', async () => {
    await start({ rateLimits: { chat: 3 } })
    const host = await room.joined(`person=${HOST}`)
    const teacher = await room.joined('person=person-teacher')
    const say = (index: number) => teacher.request('chat.send', { text: '快', dedupeKey: `quick-${index}-key` })
    for (let index = 0; index < 3; index += 1) await say(index)
    await expect(say(3)).rejects.toMatchObject({ code: 'RATE_LIMITED', retryable: true })
    await host.request('chat.send', { text: '不受影响', dedupeKey: 'not-concerned' })
  })

  it('[LIM1] one address gets so many sockets and no more', async () => {
    await start({ socketsPerAddress: 2 })
    const headers = { cookie: 'guest=one' }
    const first = await RawSocket.connect(room.origin, headers)
    const second = await RawSocket.connect(room.origin, headers)
    await expect(RawSocket.connect(room.origin, headers)).rejects.toThrow()
    const gone = new Promise((resolve) => first.socket.once('disconnect', resolve))
    first.close()
    await gone
    second.close()
  })

  it('[ERR1] a bug is answered with its number, and logged under it', async () => {
    const people: Pick<People, 'summary'> = { summary: () => Promise.reject(new Error('secret of the house')) }
    await start({ stores: { people } })
    const socket = await RawSocket.connect(room.origin, { cookie: `person=${HOST}` })
    const answer = await socket.ask('room.prepare', SAMPLE_INPUTS['room.prepare'])
    if (answer.ok) throw new Error('It should have failed.')
    expect(answer.error.code).toBe('INTERNAL')
    expect(JSON.stringify(answer)).not.toContain('secret')
    const line = room.lines.find(({ fields }) => fields['incident'] === answer.error.incident)
    expect(String(line?.fields['err'])).toContain('secret of the house')
    socket.close()
  })

  it('[SEAT7] a cable pulled out: shown offline within five seconds, back when it is plugged in', async () => {
    await start()
    const port = Number(new URL(room.origin).port)
    const proxy = await CuttableProxy.create({
      tcp: [{ from: { host: '127.0.0.1', port: 0 }, to: { host: '127.0.0.1', port } }],
    })
    const host = await room.joined(`person=${HOST}`)
    const teacher = room.client('person=person-teacher', { origin: `http://127.0.0.1:${proxy.tcp[0]?.from.port}` })
    await teacher.join()
    const seat = meOf(teacher)
    proxy.cut()
    const cutAtMs = performance.now()
    await until(host, ({ room }) => room.participants[seat]?.connection === 'offline')
    expect(performance.now() - cutAtMs).toBeLessThan(GHOST_MAX_MS)
    proxy.restore()
    await until(host, ({ room }) => room.participants[seat]?.connection === 'online')
    expect(meOf(teacher)).toBe(seat)
    await proxy.close()
  })

  it('[REC1] [REC3] a recorder that does not begin takes the mark down, and the next try may succeed', async () => {
    let works = false
    const recordings = {
      start: () => (works ? Promise.resolve() : Promise.reject(new Error('no disk'))),
      stop: () => Promise.resolve(),
    }
    await start({ recordings })
    const host = await room.joined(`person=${HOST}`)
    await expect(host.request('recording.start', {})).rejects.toMatchObject({ code: 'MEDIA' })
    await until(host, ({ room }) => room.recording === null)
    works = true
    const { recordingId } = await host.request('recording.start', {})
    const rows = await database.database.recording.findMany({ orderBy: { id: 'asc' } })
    expect(rows.map(({ status }) => status)).toEqual(['aborted', 'starting'])
    await until(host, ({ room }) => room.recording?.recordingId === recordingId)
  })

  it('[END1] taken back in time, nothing ends', async () => {
    await start()
    const host = await room.joined(`person=${HOST}`)
    await host.request('room.end', {})
    await host.request('room.cancel-end', {})
    await until(host, ({ room }) => room.status.status === 'live')
  })
})
