import type { ReplayManifest, ReplayPart, ReplayTrack } from '#core/contract/replay.ts'

/** A sound that plays along: the mix of a recording, or a microphone of which no mix knows yet. */
export interface SoundTrack {
  id: string
  parts: ReplayPart[]
}

/** Every second of sound exactly once: recordings with a mix by their mix, the others by the tracks that were sent. */
export function soundTracksOf({ recordings, tracks }: Pick<ReplayManifest, 'recordings' | 'tracks'>): SoundTrack[] {
  const mixed = recordings.flatMap((recording) =>
    recording.mixUrl === null || recording.endMs === null
      ? []
      : [mixPart({ ...recording, mixUrl: recording.mixUrl, endMs: recording.endMs })],
  )
  // A part begins where it was captured: what arrived at the beginning of a recording lies a little before it.
  const isMixed = (part: ReplayPart) => {
    const middleMs = part.startMs + part.durationMs / 2
    return mixed.some(({ startMs, durationMs }) => middleMs >= startMs && middleMs < startMs + durationMs)
  }
  const voices = tracks
    .filter(({ kind }) => kind === 'audio')
    .map(({ id, parts }: ReplayTrack) => ({ id, parts: parts.filter((part) => !isMixed(part)) }))
    .filter(({ parts }) => parts.length > 0)
  return mixed.length === 0 ? voices : [{ id: 'mix', parts: mixed }, ...voices]
}

const mixPart = ({ id, mixUrl, startMs, endMs }: { id: string; mixUrl: string; startMs: number; endMs: number }) => ({
  id: `mix-${id}`,
  url: mixUrl,
  indexUrl: mixUrl,
  initUrl: mixUrl,
  container: 'mp4' as const,
  mimeType: 'audio/mp4',
  startMs,
  durationMs: endMs - startMs,
  widthPx: null,
  heightPx: null,
  state: 'closed' as const,
})
