import { describe, expect, it } from 'vitest'
import { SpeakingFilter } from '#server/media/speaking-filter.ts'

const speaker = (peerId: string, levelDbov: number) => ({ peerId, producerId: `${peerId}-mic`, levelDbov })

describe('SpeakingFilter', () => {
  it('[MEDIA-SPEAK1] who begins or stops is told at once', () => {
    const filter = new SpeakingFilter()
    expect(filter.accept([], { nowMs: 0 })).toBe(false)
    expect(filter.accept([speaker('a', -40)], { nowMs: 1 })).toBe(true)
    expect(filter.accept([speaker('b', -40), speaker('a', -40)], { nowMs: 2 })).toBe(true)
    expect(filter.accept([speaker('b', -40)], { nowMs: 3 })).toBe(true)
    expect(filter.accept([speaker('a', -40)], { nowMs: 4 })).toBe(true)
    expect(filter.accept([], { nowMs: 5 })).toBe(true)
    expect(filter.accept([], { nowMs: 6 })).toBe(false)
  })

  it('[MEDIA-SPEAK2] levels are told once a second, and only when they moved', () => {
    const filter = new SpeakingFilter()
    filter.accept([speaker('a', -40)], { nowMs: 0 })
    expect(filter.accept([speaker('a', -20)], { nowMs: 999 })).toBe(false)
    expect(filter.accept([speaker('a', -37)], { nowMs: 1_000 })).toBe(false)
    expect(filter.accept([speaker('a', -20)], { nowMs: 1_001 })).toBe(true)
    expect(filter.accept([speaker('a', -40)], { nowMs: 1_500 })).toBe(false)
  })
})
