import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'
import { ACTIVITY, HOST, openTestRoom, SESSION } from './test-city.ts'
import { meOf, TapeLog, TestRoom, until } from './test-room.ts'

describe('a server that starts again', () => {
  let database: TestDatabase
  const rooms: TestRoom[] = []
  const start = async (options: Partial<Parameters<typeof TestRoom.start>[0]> = {}) => {
    const room = await TestRoom.start({ database: database.database, ...options })
    rooms.push(room)
    return room
  }

  beforeEach(async () => {
    database = await createTestDatabase()
    await openTestRoom(database.database, { 'person-teacher': 'participant' })
  })
  afterEach(async () => {
    for (const room of rooms.splice(0).reverse()) await room.close()
    await database.close()
  })

  it('[SEAT5] keeps seat, role, hand, stage and chat; clients come back by themselves', async () => {
    const before = await start()
    const host = await before.joined(`person=${HOST}`)
    const teacher = await before.joined('person=person-teacher')
    await teacher.request('hand.raise', {})
    teacher.chat.say({ text: '重启之前' })
    await until(host, ({ room }) => room.chat.length === 1 && room.hands.length === 1)
    const seats = [meOf(host), meOf(teacher)]

    const port = Number(new URL(before.origin).port)
    await before.stop()
    await until(teacher, ({ link }) => link.status === 'reconnecting')
    teacher.chat.say({ text: '断线的时候' })
    await start({ port, mediaPort: 15_040 })

    const { room } = await until(host, ({ link, room }) => link.status === 'joined' && room.chat.length === 2)
    await until(teacher, ({ link }) => link.status === 'joined')
    expect([meOf(host), meOf(teacher)]).toEqual(seats)
    expect(room.chat.map(({ text }) => text)).toEqual(['重启之前', '断线的时候'])
    expect(room.hands.map(({ participantId }) => participantId)).toEqual([meOf(teacher)])
    expect(room.stage).toEqual([meOf(host)])
    await until(host, ({ room }) => Object.values(room.participants).every(({ connection }) => connection === 'online'))
  })

  it('[SEAT5] who does not come back is given up after the grace', async () => {
    const before = await start()
    await before.joined('person=person-teacher')
    await before.close()
    const after = await start({ limits: { seatGraceMs: 50 } })
    const host = await after.joined(`person=${HOST}`)
    const { room } = await until(host, ({ room }) => Object.keys(room.participants).length === 1)
    expect(room.participants[meOf(host)]?.role).toBe('host')
  })

  it('[END1] an ending whose time ran out meanwhile ends: session, activity, attendance', async () => {
    const before = await start()
    const host = await before.joined(`person=${HOST}`)
    const { endsAtMs } = await host.request('room.end', {})
    await until(host, ({ room }) => room.status.status === 'ending')
    await before.close()
    // Ten seconds that nobody has to wait for: the session began earlier.
    const zeroAt = new Date(Date.now() - endsAtMs - 1_000)
    await database.database.seminarSession.update({ where: { id: SESSION }, data: { zeroAt } })

    const after = await start()
    const ended = new Promise((resolve) => after.deps.sessions.once('dropped', resolve))
    if (after.deps.sessions.find(SESSION) !== null) expect(await ended).toMatchObject({ reason: 'ended' })
    await after.deps.sessions.close()
    const session = await database.database.seminarSession.findUniqueOrThrow({ where: { id: SESSION } })
    expect(session.durationMs).toBeGreaterThanOrEqual(endsAtMs)
    expect(await database.database.activity.findUniqueOrThrow({ where: { id: ACTIVITY } })).toMatchObject({
      state: 'ended',
    })
    const attendance = await database.database.attendance.findMany({ where: { sessionId: SESSION } })
    expect(attendance).toMatchObject([{ participantId: meOf(host), personId: HOST }])
    expect(attendance[0]?.leftAtMs).not.toBeNull()
    const late = after.client(`person=${HOST}`)
    await expect(late.prepared()).rejects.toMatchObject({ code: 'GONE' })
  })

  it('[REC4] a recording that was on goes on', async () => {
    const before = await start()
    const host = await before.joined(`person=${HOST}`)
    const { recordingId } = await host.request('recording.start', {})
    await before.close()
    const recordings = new TapeLog()
    const after = await start({ recordings })
    expect(recordings.calls).toEqual([`start ${recordingId}`])
    const again = await after.joined(`person=${HOST}`)
    await expect(again.request('recording.start', {})).rejects.toMatchObject({ code: 'CONFLICT' })
    await again.request('recording.stop', {})
    expect(recordings.calls.at(-1)).toBe(`stop ${recordingId}`)
  })

  it('[OWN1] a room that another node runs is not opened here', async () => {
    const first = await start({ nodeId: 'node-1' })
    await first.joined(`person=${HOST}`)
    const second = await start({ nodeId: 'node-2', mediaPort: 15_040 })
    await expect(second.deps.sessions.get(SESSION)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    await first.stop()
    expect((await second.deps.sessions.get(SESSION)).state.seq).toBeGreaterThan(1)
  })
})
