import { describe, expect, it } from 'vitest'
import { dropIndex } from '#app/_features/seminar-room/hands/drop-index.ts'
import { featuredPerson, screenOwner, tileOrder } from '#app/_features/seminar-room/stage/stage-order.ts'
import type { Participant, RoomState } from '#core/contract/room-state.ts'
import type { RoomRole } from '#core/contract/roles.ts'
import { INITIAL_ROOM_STATE } from '#core/domain/seminar/initial-room-state.ts'

const person = (id: string, role: RoomRole): Participant => ({
  ...{ id, personId: id, name: id, organisation: '', role, colour: 1, connection: 'online', joinedAtMs: 0, media: {} },
})
const room: RoomState = {
  ...INITIAL_ROOM_STATE,
  participants: { h: person('h', 'host'), p: person('p', 'presenter'), t: person('t', 'participant') },
  stage: ['h', 'p'],
  hands: [{ participantId: 't', raisedAtMs: 1 }],
}
const NOBODY = { pinnedId: null, speakerId: null }

describe('who is looked at', () => {
  it('[STAGE-LOOK1] the presenter, before anybody has spoken', () => {
    expect(featuredPerson({ room, me: 'h' }, NOBODY)).toBe('p')
  })
  it('[STAGE-LOOK2] the last speaker, and before them whom one has pinned', () => {
    expect(featuredPerson({ room, me: 't' }, { ...NOBODY, speakerId: 'h' })).toBe('h')
    expect(featuredPerson({ room, me: 't' }, { pinnedId: 'p', speakerId: 'h' })).toBe('p')
  })
  it('[STAGE-LOOK3] nobody who has left the stage', () => {
    expect(featuredPerson({ room, me: 'h' }, { pinnedId: 't', speakerId: 't' })).toBe('p')
  })
  it('[STAGE-LOOK4] oneself first among the tiles, then the stage, then the hands', () => {
    expect(tileOrder({ room, me: 'p' })).toEqual(['p', 'h', 't'])
  })
  it('[STAGE-LOOK5] a screen of somebody on stage, the one shared last', () => {
    const screen = (producerId: string, participantId: string) => ({
      ...{ producerId, participantId, source: 'screen' as const, kind: 'video' as const, paused: false },
    })
    const producers = { a: screen('a', 'h'), b: screen('b', 'p'), c: screen('c', 't') }
    expect(screenOwner({ room, producers })).toBe('p')
    expect(screenOwner({ room, producers: {} })).toBeNull()
  })
})

describe('a hand that is dragged', () => {
  it('[HAND-MOVE1] stands where it was dropped', () => {
    const order = ['a', 'b', 'c', 'd']
    expect(dropIndex(order, { moved: 'a', target: 'c', position: 'after' })).toBe(2)
    expect(dropIndex(order, { moved: 'd', target: 'b', position: 'before' })).toBe(1)
    expect(dropIndex(order, { moved: 'b', target: 'b', position: 'after' })).toBe(1)
  })
})
