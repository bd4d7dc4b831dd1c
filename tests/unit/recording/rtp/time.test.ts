import { describe, expect, it } from 'vitest'
import { opusDurationSamples, opusSilence } from '#server/recording/rtp/opus.ts'
import { RtpClock } from '#server/recording/rtp/rtp-clock.ts'

describe('Opus', () => {
  it.each([
    [[0xf8, 0xff, 0xfe], 960],
    [[0x78], 960],
    [[0x08], 960],
    [[0x18], 2_880],
    [[0xe0], 120],
    [[0xf9], 1_920],
    [[0xfb, 0x03], 2_880],
    [[0xfb], undefined],
    [[], undefined],
  ])('%j lasts %s samples', (bytes, samples) => {
    expect(opusDurationSamples(Buffer.from(bytes))).toBe(samples)
  })

  it('silence covers a hole to within the shortest frame, and its packets say how long they are', () => {
    const packets = opusSilence(960 * 2 + 480 + 120 + 50)
    expect(packets.map((packet) => packet.samples)).toEqual([960, 960, 480, 120])
    for (const { packet, samples } of packets) expect(opusDurationSamples(packet)).toBe(samples)
  })
})

describe('RtpClock', () => {
  const send = (
    clock: RtpClock,
    options: { count: number; fromMs: number; stepMs?: number; delayMs: (i: number) => number },
  ) => {
    const { count, fromMs, stepMs = 20, delayMs } = options
    const seen = Array.from({ length: count }, (_, i) => {
      const sentMs = fromMs + i * stepMs
      return clock.observe({ timestamp: (sentMs * 48 + 4_294_000_000) >>> 0, arrivalMs: 1_000 + sentMs + delayMs(i) })
    })
    return new Set(seen)
  }

  it('finds the lowest delay under jitter, across the wrap of the timestamp', () => {
    const clock = new RtpClock({ clockRateHz: 48_000 })
    expect(send(clock, { count: 100, fromMs: 0, delayMs: (i) => 5 + ((i * 37) % 50) })).toEqual(new Set(['steady']))
    const first = clock.mediaMs(4_294_000_000)
    expect(first + (clock.offsetMs() ?? 0)).toBeCloseTo(1_005, 0)
  })

  it('follows a clock that drifts', () => {
    const clock = new RtpClock({ clockRateHz: 48_000 })
    send(clock, { count: 6_000, fromMs: 0, delayMs: (i) => 5 + i * 0.01 })
    const first = clock.mediaMs(4_294_000_000)
    expect(first + (clock.offsetMs() ?? 0)).toBeGreaterThan(1_045)
  })

  it('[RECORD-14] a clock that began anew, or stood still while it was paused, is told; a burst of delay is not', () => {
    const clock = new RtpClock({ clockRateHz: 48_000 })
    send(clock, { count: 50, fromMs: 0, delayMs: () => 5 })
    expect(send(clock, { count: 40, fromMs: 1_000, delayMs: () => 900 })).toEqual(new Set(['steady']))
    expect(send(clock, { count: 50, fromMs: 1_800, delayMs: () => 5 })).toEqual(new Set(['steady']))
    expect(clock.observe({ timestamp: 77, arrivalMs: 9_000 })).toBe('jumped')
    expect(clock.observe({ timestamp: 2_000_000_000, arrivalMs: 9_020 })).toBe('jumped')
    expect(clock.observe({ timestamp: 77, arrivalMs: 9_040 })).toBe('jumped')
    const paused = new RtpClock({ clockRateHz: 48_000 })
    send(paused, { count: 50, fromMs: 0, delayMs: () => 5 })
    expect(send(paused, { count: 200, fromMs: 1_000, delayMs: () => 4_000 })).toContain('jumped')
  })
})
