import { describe, expect, it } from 'vitest'
import { GATHER_MS, WritingPace } from '#server/usecases/seminar/writing-pace.ts'

describe('when a room writes', () => {
  const after = (gapsMs: readonly number[]) => {
    const pace = new WritingPace()
    let nowMs = 1_000
    for (const gapMs of gapsMs) pace.note((nowMs += gapMs))
    return pace.gatherMs(nowMs)
  }

  it('[LOG3] what is decided now and then is written at once', () => {
    expect(new WritingPace().gatherMs(0)).toBe(0)
    expect(after([0])).toBe(0)
    expect(after([0, 1, 1, 1, 1])).toBe(0)
    expect(after(Array.from({ length: 50 }, () => 30))).toBe(0)
  })

  it('[LOG3] what comes a hundred times a second is gathered', () => {
    expect(after(Array.from({ length: 50 }, () => 10))).toBe(GATHER_MS)
  })

  it('[LOG3] a room that has calmed down writes at once again', () => {
    expect(after([...Array.from({ length: 50 }, () => 10), 200])).toBe(0)
  })
})
