import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SPEECH_MAX_MS, SPEECH_PAUSE_MS, SpeechMeter, type SpokenSpan } from '#server/usecases/seminar/speech-meter.ts'

describe('the speech meter', () => {
  let spoken: SpokenSpan[]
  let meter: SpeechMeter

  beforeEach(() => {
    vi.useFakeTimers({ now: 0 })
    spoken = []
    meter = new SpeechMeter({ nowMs: () => Date.now(), spoken: (span) => spoken.push(span) })
  })
  afterEach(() => {
    meter.close()
    vi.useRealTimers()
  })

  it('[ATT2] one stretch per speech: pauses belong to it, its end is told after a second of silence', () => {
    meter.hear(['a'])
    vi.advanceTimersByTime(2_000)
    meter.hear([])
    vi.advanceTimersByTime(500)
    meter.hear(['a'])
    vi.advanceTimersByTime(1_500)
    meter.hear([])
    expect(spoken).toEqual([])
    vi.advanceTimersByTime(2 * SPEECH_PAUSE_MS)
    expect(spoken).toEqual([{ participantId: 'a', fromMs: 0, toMs: 4_000 }])
  })

  it('[ATT2] a cough is no speech', () => {
    meter.hear(['a'])
    vi.advanceTimersByTime(200)
    meter.hear([])
    vi.advanceTimersByTime(5_000)
    expect(spoken).toEqual([])
  })

  it('[ATT2] long speech is told in pieces that join without a gap', () => {
    meter.hear(['a'])
    vi.advanceTimersByTime(2.5 * SPEECH_MAX_MS)
    meter.close()
    expect(spoken.length).toBe(3)
    expect(spoken.slice(1).map(({ fromMs }) => fromMs)).toEqual(spoken.slice(0, -1).map(({ toMs }) => toMs))
    expect(spoken.at(-1)?.toMs).toBe(2.5 * SPEECH_MAX_MS)
  })
})
