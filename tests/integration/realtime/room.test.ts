import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'
import { HOST, openTestRoom } from './test-city.ts'
import { meOf, TestRoom, until } from './test-room.ts'

describe('a room over real sockets and a real database', () => {
  let database: TestDatabase
  let room: TestRoom

  beforeEach(async () => {
    database = await createTestDatabase()
    await openTestRoom(database.database, { 'person-teacher': 'participant', 'person-presenter': 'presenter' })
    room = await TestRoom.start({
      database: database.database,
      limits: { viewerGraceMs: 50 },
      rateLimits: { chat: 1_000 },
    })
  })
  afterEach(async () => {
    await room.close()
    await database.close()
  })

  it('[SEAT2] host and presenter enter the stage at once, a teacher and a guest do not', async () => {
    const host = await room.joined(`person=${HOST}`)
    const teacher = await room.joined('person=person-teacher')
    const guest = await room.joined('guest=one', { guestName: '王老师' })
    const { room: state } = await until(host, ({ room }) => Object.keys(room.participants).length === 3)
    expect(state.stage).toEqual([meOf(host)])
    expect(state.participants[meOf(host)]?.role).toBe('host')
    expect(state.participants[meOf(teacher)]?.role).toBe('participant')
    expect(state.participants[meOf(guest)]).toMatchObject({ role: 'viewer', name: '王老师', personId: null })
  })

  it('[HAND1] [STAGE1] a hand is raised, brought on stage and falls', async () => {
    const host = await room.joined(`person=${HOST}`)
    const teacher = await room.joined('person=person-teacher')
    await teacher.request('hand.raise', {})
    await until(host, ({ room }) => room.hands.length === 1)
    await host.request('stage.bring', { participantId: meOf(teacher) })
    const { room: state } = await until(teacher, ({ room }) => room.stage.includes(meOf(teacher)))
    expect(state.hands).toEqual([])
  })

  it('[ACK3] chat said while the connection is lost arrives once, in order', async () => {
    const host = await room.joined(`person=${HOST}`)
    const teacher = await room.joined('person=person-teacher')
    for (let index = 0; index < 20; index += 1) teacher.chat.say({ text: `第${index}句` })
    await until(host, ({ room }) => room.chat.length >= 5)
    room.cutConnections()
    for (let index = 20; index < 40; index += 1) teacher.chat.say({ text: `第${index}句` })
    const { room: state } = await until(host, ({ room }) => room.chat.length >= 40)
    expect(state.chat.map(({ text }) => text)).toEqual(Array.from({ length: 40 }, (_, index) => `第${index}句`))
    await until(teacher, ({ unsentChat, room }) => unsentChat.length === 0 && room.chat.length === 40)
  })
})
