import { expect, it } from 'vitest'
import { recordedAt } from '#app/_client/replay/recorded-at.ts'
import type { ReplayRecording } from '#core/contract/replay.ts'

type Span = { startMs: number; endMs: number | null; status?: ReplayRecording['status'] }

const session = (live: boolean, ...spans: Span[]) => ({
  live,
  recordings: spans.map(({ status = 'ready', ...span }, n) => ({
    id: `r${n}`,
    status,
    failure: null,
    mixUrl: null,
    ...span,
  })),
})

it('[RPL31] a recorded moment says nothing, also while the recording still runs', () => {
  expect(recordedAt(session(false, { startMs: 10, endMs: 20 }), 10)).toEqual({ kind: 'here' })
  expect(recordedAt(session(true, { startMs: 10, endMs: null, status: 'active' }), 99)).toEqual({ kind: 'here' })
})

it('[RPL31] a moment outside leads to where the next recording begins, the last moments to the last one', () => {
  const two = session(false, { startMs: 10, endMs: 20 }, { startMs: 50, endMs: 60 })
  expect(recordedAt(two, 0)).toEqual({ kind: 'elsewhere', nearestMs: 10 })
  expect(recordedAt(two, 20)).toEqual({ kind: 'elsewhere', nearestMs: 50 })
  expect(recordedAt(two, 70)).toEqual({ kind: 'elsewhere', nearestMs: 50 })
})

it('[RPL31] what was given up says so, and is led to all the same: what was recorded plays', () => {
  const failed = session(false, { startMs: 10, endMs: 20, status: 'failed' })
  expect(recordedAt(failed, 15)).toEqual({ kind: 'failed', recordingId: 'r0', failure: 'other' })
  expect(recordedAt(failed, 30)).toEqual({ kind: 'elsewhere', nearestMs: 10 })
})

it('[RPL31] nothing recorded at all: not yet while it runs, never after the end', () => {
  expect(recordedAt(session(true), 5)).toEqual({ kind: 'not-yet' })
  expect(recordedAt(session(false), 5)).toEqual({ kind: 'never' })
})
