import { z } from 'zod'
import { id, personColour, sessionMs } from './fields.ts'
import { roomRole } from './roles.ts'
import { mediaSource } from './timeline.ts'

export const mediaState = z.enum(['on', 'muted', 'off'])
export type MediaState = z.infer<typeof mediaState>

export const participant = z.object({
  id,
  personId: id.nullable(),
  name: z.string(),
  organisation: z.string(),
  role: roomRole,
  colour: personColour,
  connection: z.enum(['online', 'offline']),
  joinedAtMs: sessionMs,
  media: z.partialRecord(mediaSource, mediaState),
})
export type Participant = z.infer<typeof participant>

export const chatMessage = z.object({
  id,
  seq: z.number().int(),
  atMs: sessionMs,
  authorId: id,
  authorName: z.string(),
  text: z.string(),
  replyTo: id.nullable(),
  deleted: z.boolean(),
})
export type ChatMessage = z.infer<typeof chatMessage>

export const hand = z.object({ participantId: id, raisedAtMs: sessionMs })

/** The room as the log says it is after event `seq`. Plain data: it crosses the wire as the snapshot. */
export const roomState = z.object({
  seq: z.number().int().nonnegative(),
  atMs: sessionMs,
  activityId: id.nullable(),
  title: z.string(),
  status: z.discriminatedUnion('status', [
    z.object({ status: z.literal('live') }),
    z.object({ status: z.literal('ending'), endsAtMs: sessionMs, byId: id.nullable() }),
    z.object({ status: z.literal('ended'), endedAtMs: sessionMs }),
  ]),
  /** Seated people by participant id; who has left is not here. */
  participants: z.record(z.string(), participant),
  /** In the order of asking, or as the host has moved them. */
  hands: z.array(hand),
  /** In the order of entering. */
  stage: z.array(id),
  /** Oldest first. A snapshot for a client carries only the newest; older ones come by `chat.history`. */
  chat: z.array(chatMessage),
  agendaItemId: id.nullable(),
  agendaMovedAtMs: sessionMs.nullable(),
  recording: z.object({ recordingId: id, startedAtMs: sessionMs }).nullable(),
  /** The newest edit of the plan. */
  planEdit: z
    .object({ personId: id, name: z.string(), section: z.string(), atMs: sessionMs, updateSeq: z.number().int() })
    .nullable(),
})
export type RoomState = z.infer<typeof roomState>
