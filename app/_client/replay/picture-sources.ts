import type { ReplayManifest, ReplayTrack } from '#core/contract/replay.ts'
import type { Picture, PictureSources } from './choose-picture.ts'
import { cutsOf } from './follow-speaker.ts'
import { speechesOf } from './speech.ts'

/** What choosing a picture is decided on, read from a manifest once. */
export function sourcesOf(manifest: ReplayManifest): PictureSources {
  const { events, tracks, live, durationMs } = manifest
  const cuts = cutsOf(speechesOf(events))
  return { tracks, cuts, firstParticipantId: firstToBeSeen(tracks), liveEndMs: live ? Infinity : durationMs }
}

const firstToBeSeen = (tracks: readonly ReplayTrack[]): string | null =>
  tracks.find(({ source }) => source === 'camera')?.participantId ?? null

export const isSamePicture = (a: Picture, b: Picture) =>
  a.mainTrackId === b.mainTrackId && a.cornerTrackId === b.cornerTrackId && a.speakerId === b.speakerId
