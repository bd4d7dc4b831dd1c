import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'
import { HOST, openTestRoom, SESSION } from './test-city.ts'
import { meOf, TestRoom, until } from './test-room.ts'

describe('seats', () => {
  let database: TestDatabase
  let room: TestRoom

  beforeEach(async () => {
    database = await createTestDatabase()
    await openTestRoom(database.database, { 'person-teacher': 'participant' })
    room = await TestRoom.start({ database: database.database, limits: { viewerGraceMs: 50 } })
  })
  afterEach(async () => {
    await room.close()
    await database.close()
  })

  it('[SEAT1] a closed tab is shown offline at once, and comes back to the same seat and hand', async () => {
    const host = await room.joined(`person=${HOST}`)
    const teacher = await room.joined('person=person-teacher')
    const seat = meOf(teacher)
    await teacher.request('hand.raise', {})
    teacher.close()
    await until(host, ({ room }) => room.participants[seat]?.connection === 'offline')
    const again = await room.joined('person=person-teacher')
    expect(meOf(again)).toBe(seat)
    const { room: state } = await until(host, ({ room }) => room.participants[seat]?.connection === 'online')
    expect(state.hands.map(({ participantId }) => participantId)).toEqual([seat])
  })

  it('[SEAT3] a viewer who is lost is gone after a short grace, with attendance kept', async () => {
    const host = await room.joined(`person=${HOST}`)
    const viewer = await room.joined('guest=one', { guestName: '家长' })
    viewer.close()
    await until(host, ({ room }) => room.participants[meOf(viewer)] === undefined)
    await room.deps.sessions.close()
    const rows = await database.database.attendance.findMany({ where: { sessionId: SESSION } })
    expect(rows).toMatchObject([{ participantId: meOf(viewer), name: '家长', personId: null }])
  })

  it('[SEAT4] who was removed is told so and does not come back', async () => {
    const host = await room.joined(`person=${HOST}`)
    const teacher = await room.joined('person=person-teacher')
    await host.request('participant.remove', { participantId: meOf(teacher) })
    const { link } = await until(teacher, ({ link }) => link.status === 'closed')
    expect(link).toEqual({ status: 'closed', reason: 'removed' })
    await expect(room.joined('person=person-teacher')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('[SEAT6] a second tab replaces the first without a gap in the seat', async () => {
    const host = await room.joined(`person=${HOST}`)
    const first = await room.joined('person=person-teacher')
    const second = await room.joined('person=person-teacher')
    const { link } = await until(first, ({ link }) => link.status === 'closed')
    expect(link).toEqual({ status: 'closed', reason: 'replaced' })
    expect(meOf(second)).toBe(meOf(first))
    await second.request('hand.raise', {})
    const { room: state } = await until(host, ({ room }) => room.hands.length === 1)
    expect(state.participants[meOf(second)]?.connection).toBe('online')
  })

  it('[ACK3] the same key twice at once is one message with one answer', async () => {
    const host = await room.joined(`person=${HOST}`)
    const message = { text: '只说一次', dedupeKey: 'one-intention' }
    const answers = await Promise.all(Array.from({ length: 8 }, () => host.request('chat.send', message)))
    expect(new Set(answers.map(({ messageId }) => messageId)).size).toBe(1)
    expect(await database.database.timelineEvent.count({ where: { type: 'chat.sent' } })).toBe(1)
  })

  it('[LOG2] many at once: the database, every client and the server hold the same log', async () => {
    const host = await room.joined(`person=${HOST}`)
    const guests = await Promise.all(Array.from({ length: 30 }, (_, index) => room.joined(`guest=${index}`)))
    const last = await until(host, ({ room }) => Object.keys(room.participants).length === 31)
    const rows = await database.database.timelineEvent.findMany({ orderBy: { seq: 'asc' }, select: { seq: true } })
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1))
    for (const guest of guests) {
      const { room: state } = await until(guest, ({ room }) => room.seq >= last.room.seq)
      expect(Object.keys(state.participants).toSorted()).toEqual(Object.keys(last.room.participants).toSorted())
    }
  })

  it('[AUTH2] whose access ends is told so and closed', async () => {
    const teacher = await room.joined('person=person-teacher')
    room.realtime.closePerson('person-teacher')
    const { link } = await until(teacher, ({ link }) => link.status === 'closed')
    expect(link).toEqual({ status: 'closed', reason: 'access-lost' })
  })
})
