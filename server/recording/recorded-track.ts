import { z } from 'zod'
import { isTrackId } from './part-name.ts'

const rtpStream = z.object({
  /** Becomes part of file names. */
  trackId: z.string().refine(isTrackId),
  payloadType: z.number().int().min(0).max(127),
  /** Packets of other sources and payload types on the same port are ignored. */
  ssrc: z.number().int().min(0).max(0xffffffff),
})

/** One RTP stream to record, as mediasoup's `consumer.rtpParameters` tells it. */
export const recordedTrack = z.discriminatedUnion('codec', [
  rtpStream.extend({ kind: z.literal('video'), codec: z.literal('h264'), clockRate: z.literal(90_000) }),
  rtpStream.extend({ kind: z.literal('video'), codec: z.literal('vp8'), clockRate: z.literal(90_000) }),
  rtpStream.extend({
    kind: z.literal('audio'),
    codec: z.literal('opus'),
    clockRate: z.literal(48_000),
    channels: z.number().int().min(1).max(2),
  }),
])
export type RecordedTrack = z.infer<typeof recordedTrack>
