import { z } from 'zod'
import { mediaSource } from '#core/contract/timeline.ts'
import type { PartRecord, RecordingRecord, TrackRecord } from '#server/usecases/recording/ports.ts'
import type { Prisma } from './generated/client.ts'

const recordingStatus = z.enum(['starting', 'active', 'processing', 'ready', 'failed', 'aborted'])
const trackKind = z.enum(['audio', 'video'])
const container = z.enum(['mp4', 'webm'])
const partState = z.enum(['open', 'closed'])

export const partSelect = {
  id: true,
  trackId: true,
  position: true,
  container: true,
  mimeType: true,
  startMs: true,
  durationMs: true,
  sizeBytes: true,
  widthPx: true,
  heightPx: true,
  state: true,
} as const satisfies Prisma.RecordingPartSelect

export const recordingSelect = {
  id: true,
  sessionId: true,
  status: true,
  startMs: true,
  endMs: true,
  failure: true,
  mixKey: true,
  session: { select: { activityId: true, zeroAt: true } },
  tracks: {
    orderBy: { id: 'asc' },
    select: {
      id: true,
      participantId: true,
      source: true,
      kind: true,
      thumbnailKey: true,
      parts: { orderBy: { position: 'asc' }, select: partSelect },
    },
  },
} as const satisfies Prisma.RecordingSelect

type RecordingRow = Prisma.RecordingGetPayload<{ select: typeof recordingSelect }>

export const toPart = (row: Prisma.RecordingPartGetPayload<{ select: typeof partSelect }>): PartRecord => ({
  ...row,
  container: container.parse(row.container),
  sizeBytes: Number(row.sizeBytes),
  state: partState.parse(row.state),
})

const toTrack = ({ parts, ...row }: RecordingRow['tracks'][number]): TrackRecord => ({
  ...row,
  source: mediaSource.parse(row.source),
  kind: trackKind.parse(row.kind),
  parts: parts.map(toPart),
})

export const toStatus = (status: string) => recordingStatus.parse(status)

export const toRecording = ({ session, tracks, status, ...row }: RecordingRow): RecordingRecord => ({
  ...row,
  status: toStatus(status),
  activityId: session.activityId,
  zeroEpochMs: session.zeroAt.getTime(),
  tracks: tracks.map(toTrack),
})
