import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TimelineEvent } from '#core/contract/timeline.ts'
import { applyAttendance, attendanceRows, NOBODY_YET } from '#core/domain/seminar/attendance.ts'
import { playSeminar, seminarMoves } from './random-seminar.ts'

type Body = TimelineEvent extends infer E ? (E extends TimelineEvent ? Pick<E, 'type' | 'payload'> : never) : never

const fold = (entries: readonly (readonly [number, Body])[]) =>
  entries
    .map(([atMs, body], index) => ({ ...body, seq: index + 1, atMs, actorId: null }) as TimelineEvent)
    .reduce(applyAttendance, NOBODY_YET)

const joined = (participantId: string): Body => ({
  type: 'participant.joined',
  payload: { participantId, personId: 'person', name: '张老师', organisation: '', role: 'participant', colour: 1 },
})
const p = { participantId: 'a' }

describe('attendance', () => {
  it('[ATT1] counts online time, stage time and speech; being offline counts for nothing', () => {
    const attendance = fold([
      [1_000, joined('a')],
      [2_000, { type: 'stage.entered', payload: p }],
      [5_000, { type: 'participant.offline', payload: p }],
      [9_000, { type: 'participant.online', payload: p }],
      [9_500, { type: 'speech.spoken', payload: { ...p, fromMs: 9_100, toMs: 9_400 } }],
      [10_000, { type: 'stage.left', payload: p }],
      [12_000, { type: 'participant.left', payload: { ...p, reason: 'left' } }],
    ])
    expect(attendanceRows(attendance, { atMs: 99_000 })).toEqual([
      {
        ...{ participantId: 'a', personId: 'person', name: '张老师', joinedAtMs: 1_000, leftAtMs: 12_000 },
        ...{ presentMs: 4_000 + 3_000, onStageMs: 3_000 + 1_000, spokenMs: 300 },
      },
    ])
  })

  it('[ATT1] coming again goes on counting; the end closes everybody', () => {
    const attendance = fold([
      [0, joined('a')],
      [100, { type: 'participant.left', payload: { ...p, reason: 'lost' } }],
      [500, joined('a')],
      [900, { type: 'session.ended', payload: {} }],
    ])
    expect(attendanceRows(attendance, { atMs: 5_000 })[0]).toMatchObject({
      ...{ joinedAtMs: 0, leftAtMs: 900, presentMs: 500 },
    })
  })

  it('[ATT1] in any log nobody is present longer than the session, or on stage longer than present', () => {
    fc.assert(
      fc.property(seminarMoves, (moves) => {
        const { log, states } = playSeminar(moves)
        const atMs = log.at(-1)?.atMs ?? 0
        const rows = attendanceRows(log.reduce(applyAttendance, NOBODY_YET), { atMs })
        for (const row of rows) {
          expect(row.presentMs).toBeLessThanOrEqual(atMs - row.joinedAtMs)
          expect(row.onStageMs).toBeLessThanOrEqual(row.presentMs)
          const isHere = states.at(-1)?.participants[row.participantId] !== undefined
          const hasEnded = states.at(-1)?.status.status === 'ended'
          expect(row.leftAtMs === null).toBe(isHere && !hasEnded)
        }
      }),
      { numRuns: 150 },
    )
  })
})
