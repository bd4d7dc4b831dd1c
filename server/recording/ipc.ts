import { z } from 'zod'
import { isTrackId } from './part-name.ts'
import { recordedTrack } from './recorded-track.ts'
import { recorderEvent } from './recorder-events.ts'

/*
 * Between server and recorder process. Requests are answered in any order; events come in the order they happened.
 * When the channel breaks, the recorder process closes its files and leaves.
 */
const trackId = z.string().refine(isTrackId)

const hostRequest = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('start'),
    directory: z.string().min(1),
    /** The server's clock at one moment, and the machine's monotonic clock at the same moment. */
    clock: z.object({ epochMs: z.number(), monotonicMs: z.number() }),
  }),
  z.object({ type: z.literal('add-track'), track: recordedTrack, rtpPort: z.number().int().optional() }),
  z.object({ type: z.literal('remove-track'), trackId }),
  z.object({ type: z.literal('pause-track'), trackId }),
  z.object({ type: z.literal('resume-track'), trackId }),
  /** Finish what processes before this one left behind; parts that began before `notBefore` are told of to nobody. */
  z.object({ type: z.literal('recover'), notBefore: z.number() }),
  z.object({ type: z.literal('close') }),
])
export type HostRequest = z.infer<typeof hostRequest>

export const parentMessage = z.object({ requestId: z.number().int(), request: hostRequest })
export type ParentMessage = z.infer<typeof parentMessage>

const hostReply = z.discriminatedUnion('type', [
  z.object({ type: z.literal('done') }),
  z.object({ type: z.literal('listening'), rtpPort: z.number().int() }),
  z.object({ type: z.literal('refused'), message: z.string() }),
])
export type HostReply = z.infer<typeof hostReply>

export const hostMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('reply'), requestId: z.number().int(), reply: hostReply }),
  z.object({ type: z.literal('event'), event: recorderEvent }),
])
export type HostMessage = z.infer<typeof hostMessage>

/** Milliseconds of a clock that all processes of the machine share and that never steps. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}
