import type { ReplayPart, ReplayRecording, ReplayTrack } from '#core/contract/replay.ts'
import type { TimelineEvent } from '#core/contract/timeline.ts'
import type { PartRecord, RecordingRecord, TrackRecord } from '../recording/ports.ts'
import type { RecordedFiles } from './ports.ts'

const STRANGER = { name: '', organisation: '', colour: 1 } as const

export function presentRecording(recording: RecordingRecord): ReplayRecording[] {
  const { id, status, startMs, endMs, mixKey } = recording
  if (status === 'starting' || status === 'aborted') return []
  const mixUrl = mixKey === null ? null : `/media/recordings/${id}/mix`
  return [{ id, status, startMs, endMs, failure: status === 'failed' ? kindOfFailure(recording) : null, mixUrl }]
}

/** What a person can do something about; the rest is in the log. */
const kindOfFailure = ({ failure }: RecordingRecord) =>
  /ENOSPC|EDQUOT|No space left/.test(failure ?? '') ? 'disk-full' : 'other'

/**
 * One track for each participant and source of the session, over all of its recordings, in the order in which they were
 * first sent.
 */
export async function presentTracks(
  { files }: { files: RecordedFiles },
  { recordings, events }: { recordings: readonly RecordingRecord[]; events: readonly TimelineEvent[] },
): Promise<ReplayTrack[]> {
  const people = new Map(
    events.flatMap((event) =>
      event.type === 'participant.joined' ? [[event.payload.participantId, event.payload]] : [],
    ),
  )
  const tracks = new Map<string, ReplayTrack>()
  for (const recording of recordings) {
    for (const track of recording.tracks) {
      const parts = await Promise.all(track.parts.map((part) => presentPart({ files }, recording, part)))
      const key = `${track.participantId} ${track.source}`
      const { name, organisation, colour } = people.get(track.participantId) ?? STRANGER
      const before = tracks.get(key)
      if (before === undefined) tracks.set(key, { ...describe(track), name, organisation, colour, parts })
      else {
        before.parts.push(...parts)
        before.thumbnailUrl ??= thumbnailUrl(track)
      }
    }
  }
  return [...tracks.values()]
    .filter(({ parts }) => parts.length > 0)
    .toSorted((a, b) => (a.parts[0]?.startMs ?? 0) - (b.parts[0]?.startMs ?? 0))
}

const describe = (track: TrackRecord) => ({
  id: track.id,
  participantId: track.participantId,
  source: track.source,
  kind: track.kind,
  thumbnailUrl: thumbnailUrl(track),
})

const thumbnailUrl = ({ id, thumbnailKey }: TrackRecord) => (thumbnailKey === null ? null : `/media/thumbnails/${id}`)

async function presentPart(
  { files }: { files: RecordedFiles },
  { id: recordingId }: RecordingRecord,
  part: PartRecord,
): Promise<ReplayPart> {
  const { id, container, mimeType, startMs, widthPx, heightPx, state } = part
  const url = `/media/recordings/${id}`
  return {
    ...{ id, url, indexUrl: `${url}/index`, initUrl: `${url}/init` },
    ...{ container, mimeType, startMs, widthPx, heightPx, state },
    durationMs: state === 'closed' ? part.durationMs : await grownMs(files, { recordingId, ...part }),
  }
}

async function grownMs(files: RecordedFiles, part: PartRecord & { recordingId: string }): Promise<number> {
  const index = await files.index(part, { afterCount: 0 })
  const last = index?.fragments.at(-1)
  return last === undefined ? 0 : Math.round(last.startMs + last.durationMs)
}
