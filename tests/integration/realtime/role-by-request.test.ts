import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roomRequestNames, type RoomRequestName } from '#core/contract/room-requests.ts'
import { roomRole, type RoomRole } from '#core/contract/roles.ts'
import { can } from '#core/domain/policy/can.ts'
import { ROOM_REQUEST_NEEDS } from '#core/domain/policy/room-request-needs.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'
import { RawSocket } from './raw-socket.ts'
import { SAMPLE_INPUTS } from './sample-inputs.ts'
import { addPeople, HOST, openTestRoom } from './test-city.ts'
import { actorOf, meOf, TestRoom } from './test-room.ts'

/** How somebody comes into each role. */
const COOKIES: Record<RoomRole, string> = {
  host: `person=${HOST}`,
  presenter: 'person=presenter',
  speaker: 'person=speaker',
  'note-taker': 'person=note-taker',
  observer: 'person=observer',
  participant: 'person=participant',
  viewer: 'guest=viewer',
  inspector: 'office=inspector',
}
const REFUSALS = ['FORBIDDEN', 'UNAUTHENTICATED']
/** Last, since after it the seat is gone. */
const NAMES = roomRequestNames.toSorted((a, b) => Number(a === 'room.leave') - Number(b === 'room.leave'))

describe('every role × every request', () => {
  let database: TestDatabase
  let room: TestRoom

  beforeAll(async () => {
    database = await createTestDatabase()
    const assigned = ['presenter', 'speaker', 'note-taker', 'observer', 'participant'] as const
    await openTestRoom(database.database, Object.fromEntries(assigned.map((role) => [role, role])))
    await addPeople(database.database, ['inspector'])
    const rateLimits = { chat: 1_000, entry: 1_000, signal: 1_000, media: 1_000, steer: 1_000, read: 1_000 }
    room = await TestRoom.start({ database: database.database, rateLimits })
  })
  afterAll(async () => {
    await room.close()
    await database.close()
  })

  it('knows every request and every role', () => {
    expect(NAMES.length).toBeGreaterThan(30)
    expect(Object.keys(COOKIES)).toEqual(roomRole.options)
  })

  it('[AUTH1] outside the door everything but the door itself is refused', async () => {
    const outside = await RawSocket.connect(room.origin, { cookie: COOKIES.host })
    for (const name of NAMES) {
      if (name === 'room.prepare') continue
      expect([name, await outside.code(name, SAMPLE_INPUTS[name])]).toEqual([name, 'FORBIDDEN'])
    }
    outside.close()
  })

  it('[AUTH1] at the door only what the lobby needs is allowed', async () => {
    const lobby = await RawSocket.connect(room.origin, { cookie: COOKIES.participant })
    expect(await lobby.code('room.prepare', SAMPLE_INPUTS['room.prepare'])).toBe('ok')
    for (const name of NAMES) {
      if (name === 'room.join') continue
      const code = await lobby.code(name, SAMPLE_INPUTS[name])
      expect([name, REFUSALS.includes(code)]).toEqual([name, ROOM_REQUEST_NEEDS[name] !== 'door'])
    }
    lobby.close()
  })

  it.each(roomRole.options)('[AUTH1] %s: allowed is what the policy allows, all else is FORBIDDEN', async (role) => {
    const cookie = COOKIES[role]
    const client = await room.joined(cookie, { wantsStage: false })
    const actor = await actorOf(new Headers({ cookie }))
    expect(client.store.getState().room.participants[meOf(client)]?.role).toBe(role)
    const isAllowed = (name: RoomRequestName): boolean => {
      const needs = ROOM_REQUEST_NEEDS[name]
      if (needs === 'door' || needs === 'seat') return true
      // The samples concern somebody else.
      const capability = needs === 'own-or-host' ? 'room.host' : needs
      const onStage = client.store.getState().room.stage.includes(meOf(client))
      return can(actor, capability, { kind: 'room', role, onStage })
    }
    for (const name of NAMES) {
      // A message that is not there is not found before it is asked whose it is.
      const missing = name === 'chat.delete' && !isAllowed(name)
      const allowed = isAllowed(name)
      const code = await client.request(name, SAMPLE_INPUTS[name]).then(
        () => 'ok',
        (error: { code: string }) => error.code,
      )
      expect(code).not.toBe('INTERNAL')
      expect([name, missing ? 'NOT_FOUND' : REFUSALS.includes(code)]).toEqual([name, missing ? code : !allowed])
      if (!allowed && !missing) expect([name, code]).toEqual([name, 'FORBIDDEN'])
    }
  })

  it('[AUTH1] [CHAT3] nobody but its author and the host deletes a message', async () => {
    const host = await room.joined(COOKIES.host)
    const { messageId } = await host.request('chat.send', { text: '主持人说', dedupeKey: 'by-the-host-1' })
    for (const role of roomRole.options) {
      if (role === 'host') continue
      const other = await room.joined(COOKIES[role])
      await expect(other.request('chat.delete', { messageId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    await host.request('chat.delete', { messageId })
  })
})
