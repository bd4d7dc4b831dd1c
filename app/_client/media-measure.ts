import { z } from 'zod'

const inboundVideo = z.object({
  type: z.literal('inbound-rtp'),
  kind: z.literal('video'),
  trackIdentifier: z.string(),
  framesDecoded: z.number(),
})
const remoteInbound = z.object({
  type: z.literal('remote-inbound-rtp'),
  fractionLost: z.number().optional(),
  roundTripTime: z.number().optional(),
})

/** Pictures decoded so far, by track id. */
export function decodedFrames(report: RTCStatsReport): Map<string, number> {
  const frames = new Map<string, number>()
  for (const entry of report.values()) {
    const parsed = inboundVideo.safeParse(entry)
    if (parsed.success) frames.set(parsed.data.trackIdentifier, parsed.data.framesDecoded)
  }
  return frames
}

/** Bars 0–3 of what arrives at the server, as it reports: the worst stream counts. Null while nothing is reported. */
export function sentQuality(report: RTCStatsReport): number | null {
  let worst: number | null = null
  for (const entry of report.values()) {
    const parsed = remoteInbound.safeParse(entry)
    if (parsed.success) worst = Math.min(worst ?? 3, barsOf(parsed.data))
  }
  return worst
}

function barsOf({
  fractionLost = 0,
  roundTripTime = 0,
}: {
  fractionLost?: number | undefined
  roundTripTime?: number | undefined
}) {
  if (fractionLost > 0.15 || roundTripTime > 1) return 0
  if (fractionLost > 0.06 || roundTripTime > 0.5) return 1
  if (fractionLost > 0.02 || roundTripTime > 0.25) return 2
  return 3
}
