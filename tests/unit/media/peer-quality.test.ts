import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PeerQualityMeter, type PeerQuality } from '#server/media/peer-quality.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function open() {
  const told: PeerQuality[] = []
  return { told, meter: PeerQualityMeter.create({ intervalMs: 1_000, report: (quality) => told.push(quality) }) }
}

describe('PeerQualityMeter', () => {
  it('[MEDIA-BARS1] many changes in a second are one report, the last one', () => {
    const { told, meter } = open()
    meter.setUplink('camera', 10)
    meter.setUplink('camera', 2)
    meter.setDownlink('c1', 6)
    expect(told).toEqual([])
    vi.advanceTimersByTime(1_000)
    expect(told).toEqual([{ uplink: 1, downlink: 2 }])
  })

  it('[MEDIA-BARS2] bars that did not change are not told again', () => {
    const { told, meter } = open()
    meter.setUplink('camera', 10)
    vi.advanceTimersByTime(1_000)
    meter.setUplink('camera', 9)
    vi.advanceTimersByTime(1_000)
    expect(told).toHaveLength(1)
  })

  it('[MEDIA-BARS3] a stream that ends or is paused says nothing about the link', () => {
    const { told, meter } = open()
    meter.setUplink('camera', 0)
    meter.setUplink('microphone', 10)
    meter.setUplink('camera', null)
    vi.advanceTimersByTime(1_000)
    meter.setUplink('microphone', null)
    vi.advanceTimersByTime(1_000)
    expect(told).toEqual([
      { uplink: 3, downlink: null },
      { uplink: null, downlink: null },
    ])
  })

  it('[MEDIA-BARS4] a closed meter is silent', () => {
    const { told, meter } = open()
    meter.setUplink('camera', 1)
    meter.close()
    meter.setUplink('camera', 5)
    vi.advanceTimersByTime(5_000)
    expect(told).toEqual([])
  })
})
