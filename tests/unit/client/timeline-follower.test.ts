import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TimelineFollower } from '#app/_client/timeline-follower.ts'
import { INITIAL_ROOM_STATE } from '#core/domain/seminar/initial-room-state.ts'
import { playSeminar, seminarMoves } from '../seminar/random-seminar.ts'

/** Deliveries of a log: pieces lost, repeated, or held back while a fetch is on its way. */
const deliveries = fc.array(
  fc.record({ size: fc.integer({ min: 1, max: 4 }), fate: fc.constantFrom('given', 'lost', 'twice') }),
  {
    minLength: 1,
    maxLength: 60,
  },
)

describe('the client follows the log', () => {
  it('[LOG2] whatever is lost or repeated, every event is applied once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(seminarMoves, deliveries, async (moves, plan) => {
        const { log, states } = playSeminar(moves)
        let state = INITIAL_ROOM_STATE
        const applied: number[] = []
        const follower = new TimelineFollower({
          state: () => state,
          apply: (next, events) => {
            state = next
            applied.push(...events.map(({ seq }) => seq))
          },
          fetchAfter: (afterSeq) => Promise.resolve({ events: log.slice(afterSeq), complete: true }),
        })
        follower.follow([])
        let at = 0
        for (const { size, fate } of plan) {
          const piece = log.slice(at, at + size)
          at += size
          if (piece.length === 0) break
          if (fate !== 'lost') follower.receive(piece)
          if (fate === 'twice') follower.receive(piece)
          await Promise.resolve()
        }
        // The newest event always comes at last, and shows every gap before it.
        follower.receive(log.slice(-1))
        await new Promise((resolve) => setImmediate(resolve))
        expect(applied).toEqual(log.map(({ seq }) => seq))
        expect(state).toEqual(states.at(-1))
      }),
      { numRuns: 100 },
    )
  })
})
