import { describe, expect, it } from 'vitest'
import type { ReplayPart, ReplayTrack } from '#core/contract/replay.ts'
import { firstAddressOf, isAddressOf } from '#app/_client/replay/first-address.ts'

const part = (id: string, startMs: number, state: ReplayPart['state'] = 'closed'): ReplayPart => ({
  ...{ id, startMs, durationMs: 10_000, state, url: `/media/recordings/${id}`, indexUrl: id, initUrl: id },
  ...{ widthPx: null, heightPx: null, container: 'mp4', mimeType: 'video/mp4' },
})

const track = (id: string, parts: ReplayPart[]): ReplayTrack => ({
  ...{ id, parts, source: 'camera', kind: 'video', participantId: id, name: id, organisation: '', colour: 1 },
  thumbnailUrl: null,
})

const picture = { mainTrackId: 'large', cornerTrackId: 'small', speakerId: null }

describe('what an element begins with', () => {
  it('[RPL28] is the file of its moment, at the place in it', () => {
    const parts = [part('one', 0), part('two', 20_000)]
    const at = (positionMs: number) => firstAddressOf(track('large', parts), { picture, positionMs })
    expect(at(4_000)).toBe('/media/recordings/one#t=4.001')
    expect(at(21_500)).toBe('/media/recordings/two#t=1.501')
    expect(at(9_999)).toBe('/media/recordings/one#t=9.931')
    expect(firstAddressOf(track('small', parts), { picture, positionMs: 4_000 })).toBe('/media/recordings/one#t=4.001')
  })

  it('[RPL28] is nothing for what is out of sight, was not sent, or is still being written', () => {
    const at = (id: string, parts: ReplayPart[]) => firstAddressOf(track(id, parts), { picture, positionMs: 4_000 })
    expect(at('other', [part('one', 0)])).toBeNull()
    expect(at('large', [part('later', 5_000)])).toBeNull()
    expect(at('large', [part('one', 0, 'open')])).toBeNull()
  })

  it('[RPL28] an element is taken over when it plays this very part', () => {
    const [one, other] = [part('one', 0), part('one0', 0)]
    expect(isAddressOf('/media/recordings/one#t=4.001', one)).toBe(true)
    expect(isAddressOf('/media/recordings/one', one)).toBe(true)
    expect(isAddressOf('/media/recordings/one#t=4.001', other)).toBe(false)
    expect(isAddressOf('/media/recordings/one0', one)).toBe(false)
    expect(isAddressOf(null, one)).toBe(false)
  })
})
