import type { PartFacts } from '#server/usecases/recording/ports.ts'

/** What the recorder, or finishing a file, tells of a part. */
interface RecordedPart {
  trackId: string
  partIndex: number
  container: 'mp4' | 'webm'
  codec: string
  startedAtEpochMs: number
  widthPx?: number | undefined
  heightPx?: number | undefined
}

type Growth = { state: 'open' } | { state: 'closed'; durationMs: number; sizeBytes: number }

/** The same on the session's clock, as its row keeps it. */
export function toPartFacts(
  part: RecordedPart,
  { zeroEpochMs, growth }: { zeroEpochMs: number; growth: Growth },
): PartFacts {
  const { trackId, partIndex, container, codec, startedAtEpochMs, widthPx, heightPx } = part
  const kind = codec === 'opus' ? 'audio' : 'video'
  const closed = growth.state === 'closed'
  return {
    trackId,
    position: partIndex,
    container,
    mimeType: `${kind}/${container}; codecs="${codec}"`,
    startMs: Math.max(0, Math.round(startedAtEpochMs - zeroEpochMs)),
    durationMs: closed ? Math.round(growth.durationMs) : 0,
    sizeBytes: closed ? growth.sizeBytes : 0,
    widthPx: widthPx ?? null,
    heightPx: heightPx ?? null,
    state: growth.state,
  }
}
