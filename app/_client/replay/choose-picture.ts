import type { ReplayTrack } from '#core/contract/replay.ts'
import { cutAt, type Cut } from './follow-speaker.ts'
import { partAt } from './part-at.ts'

/** What the viewer has chosen to see. */
export type View = { kind: 'follow' } | { kind: 'track'; trackId: string }

export interface Picture {
  /** Large. Null: no camera was on; then `speakerId` names whom to show as a plate. */
  mainTrackId: string | null
  /** In the corner: who speaks over a shared screen. */
  cornerTrackId: string | null
  speakerId: string | null
}

export interface PictureSources {
  tracks: readonly ReplayTrack[]
  cuts: readonly Cut[]
  /** Who is shown before the first word: the host, or the first on stage. */
  firstParticipantId: string | null
  liveEndMs: number
}

/** What stands on the screen at a moment. A shared screen goes before faces; its speaker stands in the corner. */
export function pictureAt(view: View, atMs: number, sources: PictureSources): Picture {
  const { tracks, cuts, firstParticipantId, liveEndMs } = sources
  const isOn = (track: ReplayTrack) => partAt(track.parts, atMs, { liveEndMs }).kind === 'playing'
  const videos = tracks.filter(({ kind }) => kind === 'video')
  const speakerId = cutAt(cuts, atMs)?.participantId ?? firstParticipantId
  const speaker = videos.find((t) => t.source === 'camera' && t.participantId === speakerId && isOn(t)) ?? null
  if (view.kind === 'track') {
    const chosen = videos.find(({ id }) => id === view.trackId)
    const corner = chosen?.source === 'screen' && isOn(chosen) ? speaker : null
    return {
      mainTrackId: chosen?.id ?? null,
      cornerTrackId: corner?.id ?? null,
      speakerId: chosen?.participantId ?? speakerId,
    }
  }
  const screen = videos.findLast((track) => track.source === 'screen' && isOn(track))
  if (screen !== undefined) return { mainTrackId: screen.id, cornerTrackId: speaker?.id ?? null, speakerId }
  return { mainTrackId: speaker?.id ?? null, cornerTrackId: null, speakerId }
}
