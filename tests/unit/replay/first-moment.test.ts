import { expect, it } from 'vitest'
import { firstMomentOf } from '#app/_client/replay/first-moment.ts'
import type { ReplayTrack } from '#core/contract/replay.ts'

const part = (startMs: number): ReplayTrack['parts'][number] => ({
  id: `part-${startMs}`,
  url: '/',
  container: 'mp4',
  mimeType: 'video/mp4',
  startMs,
  durationMs: 1_000,
  widthPx: null,
  heightPx: null,
  state: 'closed',
  indexUrl: '/',
  initUrl: '/',
})
const track = (kind: ReplayTrack['kind'], ...starts: number[]): ReplayTrack => ({
  id: `${kind}-${starts.join('-')}`,
  participantId: 'p',
  name: '翟雅琴',
  organisation: '',
  colour: 1,
  source: kind === 'audio' ? 'microphone' : 'camera',
  kind,
  parts: starts.map(part),
  thumbnailUrl: null,
})

it('[RPL30] watching begins with the first picture when it follows the first sound closely', () => {
  expect(firstMomentOf({ tracks: [track('audio', 4_000), track('video', 4_300, 9_000)] })).toBe(4_300)
})

it('[RPL30] a long talk before any camera is not skipped', () => {
  expect(firstMomentOf({ tracks: [track('audio', 4_000), track('video', 60_000)] })).toBe(4_000)
})

it('[RPL30] nothing recorded begins at the beginning, sound alone with the sound', () => {
  expect(firstMomentOf({ tracks: [] })).toBe(0)
  expect(firstMomentOf({ tracks: [track('audio', 700)] })).toBe(700)
})
