import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEvent, applyEvents, SequenceGap } from '#core/domain/seminar/apply-event.ts'
import { STAGE_MAX_PEOPLE } from '#core/domain/seminar/decide/stage.ts'
import { INITIAL_ROOM_STATE } from '#core/domain/seminar/initial-room-state.ts'
import { RoomLog } from '#server/usecases/seminar/room-log.ts'
import { playSeminar, seminarMoves } from './random-seminar.ts'

describe('the log of a session', () => {
  it('[LOG1] live state = replay state at every prefix, for any log', () => {
    fc.assert(
      fc.property(seminarMoves, fc.nat(), (moves, cut) => {
        const { log, states } = playSeminar(moves)
        for (const [index, live] of states.entries()) {
          expect(applyEvents(INITIAL_ROOM_STATE, log.slice(0, index))).toEqual(live)
        }
        // A client that begins at any snapshot and follows from there.
        const at = cut % states.length
        expect(applyEvents(states[at] ?? INITIAL_ROOM_STATE, log.slice(at))).toEqual(states.at(-1))
      }),
      { numRuns: 150 },
    )
  })

  it('[LOG1] no log leads to a state that breaks the rules of the room', () => {
    fc.assert(
      fc.property(seminarMoves, (moves) => {
        for (const state of playSeminar(moves).states) {
          const seated = new Set(Object.keys(state.participants))
          const hands = state.hands.map(({ participantId }) => participantId)
          expect(new Set(hands).size).toBe(hands.length)
          expect(new Set(state.stage).size).toBe(state.stage.length)
          expect(state.stage.length).toBeLessThanOrEqual(STAGE_MAX_PEOPLE)
          expect([...hands, ...state.stage].every((id) => seated.has(id))).toBe(true)
          expect(hands.filter((id) => state.stage.includes(id))).toEqual([])
          const hosts = Object.values(state.participants).filter(({ role }) => role === 'host')
          expect(hosts.length).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('[LOG2] a gap, a repetition and a swap are detected', () => {
    fc.assert(
      fc.property(seminarMoves, fc.nat(), (moves, at) => {
        const { log, states } = playSeminar(moves)
        const index = at % log.length
        const state = states[index] ?? INITIAL_ROOM_STATE
        for (const event of log) {
          if (event.seq === index + 1) continue
          expect(() => applyEvent(state, event)).toThrow(SequenceGap)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('[LOG4] the tail gives what came after a number, or says that it does not reach back', () => {
    const { log } = playSeminar([{ kind: 'join', who: 0, other: 0, number: 1 }])
    const room = new RoomLog()
    for (const event of log) room.push(event)
    expect(room.tailAfter(1)).toEqual(log.slice(1))
    expect(room.tailAfter(room.state.seq)).toEqual([])
    expect(room.tailAfter(-5)).toBeNull()
  })
})
