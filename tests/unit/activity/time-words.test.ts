import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clockWords,
  dayWords,
  lengthWords,
  monthWords,
  weekdayLetter,
  weekdayWords,
} from '#core/domain/activity/time-words.ts'

/** 00:30 on Thursday in the city, still Wednesday in UTC. */
const AFTER_MIDNIGHT = Date.parse('2026-11-25T16:30:00Z')

describe('[CAL4] times in words are the city’s', () => {
  it('in Chinese figures keep a space from the characters', () => {
    expect(dayWords(AFTER_MIDNIGHT, 'zh-CN')).toBe('11 月 26 日')
    expect(weekdayWords(AFTER_MIDNIGHT, 'zh-CN')).toBe('周四')
    expect(weekdayLetter(AFTER_MIDNIGHT, 'zh-CN')).toBe('四')
    expect(monthWords(10, 'zh-CN')).toBe('十一月')
  })

  it('in English', () => {
    expect(dayWords(AFTER_MIDNIGHT, 'en')).toBe('Nov 26')
    expect(weekdayWords(AFTER_MIDNIGHT, 'en')).toBe('Thu')
    expect(monthWords(10, 'en')).toBe('Nov')
  })

  it('midnight is 00, not 24', () => {
    expect(clockWords(AFTER_MIDNIGHT)).toBe('00:30')
  })

  it('a length reads back to its seconds', () => {
    expect(lengthWords(3_502_000)).toBe('58:22')
    expect(lengthWords(4_360_000)).toBe('1:12:40')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90_000_000 }), (durationMs) => {
        const seconds = lengthWords(durationMs)
          .split(':')
          .reduce((sum, part) => sum * 60 + Number(part), 0)
        expect(seconds).toBe(Math.round(durationMs / 1_000))
      }),
    )
  })
})
