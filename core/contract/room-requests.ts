import { z } from 'zod'
import { agendaItem } from './activity.ts'
import { dedupeKey, id, line } from './fields.ts'
import {
  consumerOptions,
  dtlsParameters,
  iceParameters,
  producerInfo,
  rtpCapabilities,
  rtpParameters,
  transportOptions,
} from './media.ts'
import { chatMessage, roomState } from './room-state.ts'
import { roomRole } from './roles.ts'
import { CHAT_TEXT_MAX_CHARS, mediaSource, timelineEvent } from './timeline.ts'

const nothing = z.object({})
const request = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })
const onParticipant = z.object({ participantId: id })

/**
 * Every request of the room's socket, by name: an acknowledged emit with exactly one payload.
 * The acknowledgement is `{ ok: true, data }` or `{ ok: false, error }` (docs/protocol.md).
 */
export const roomRequests = {
  /** Opens the door without taking a seat: what the lobby needs to prewarm media. */
  'room.prepare': request(
    z.object({ protocol: z.number().int(), activityId: id, linkToken: z.string().max(64).optional() }),
    z.object({
      role: roomRole,
      name: z.string(),
      willRecord: z.boolean(),
      recordingNow: z.boolean(),
      presentCount: z.number().int(),
      rtpCapabilities,
    }),
  ),
  /**
   * Takes the seat, or takes it back: the same person always gets the same one. With `afterSeq` of an earlier
   * snapshot the answer carries the missed events instead of a snapshot, where they are few.
   */
  'room.join': request(
    z.object({
      guestName: line(20).optional(),
      afterSeq: z.number().int().nonnegative().optional(),
      /** With devices or without: only decides whether a stage role enters the stage at once. */
      wantsStage: z.boolean().default(true),
    }),
    z.object({
      participantId: id,
      sessionId: id,
      /** The server's session clock at the answer: the client's clock offset is derived from it. */
      nowMs: z.number().int(),
      state: roomState.nullable(),
      missed: z.array(timelineEvent).nullable(),
      chatHasMore: z.boolean(),
      producers: z.array(producerInfo),
      agenda: z.array(agendaItem),
      startsAtMs: z.number().int(),
    }),
  ),
  'room.leave': request(nothing, nothing),
  /** Ends for all, after ten seconds in which it can be taken back. */
  'room.end': request(nothing, z.object({ endsAtMs: z.number().int() })),
  'room.cancel-end': request(nothing, nothing),
  'room.events-after': request(
    z.object({ afterSeq: z.number().int().nonnegative() }),
    z.object({ events: z.array(timelineEvent), complete: z.boolean() }),
  ),

  'hand.raise': request(nothing, nothing),
  /** One's own, or as host anybody's. */
  'hand.lower': request(z.object({ participantId: id.optional() }), nothing),
  'hand.move': request(z.object({ participantId: id, toIndex: z.number().int().min(0).max(10_000) }), nothing),

  /** 上台: lowers the hand in the same breath. */
  'stage.bring': request(onParticipant, nothing),
  /** 请下台. */
  'stage.dismiss': request(onParticipant, nothing),
  /** Going down by oneself, or going up where one's role may always stand. */
  'stage.enter': request(nothing, nothing),
  'stage.leave': request(nothing, nothing),

  'participant.mute': request(z.object({ participantId: id, source: mediaSource }), nothing),
  'participant.remove': request(onParticipant, nothing),
  'participant.set-role': request(
    z.object({ participantId: id, role: roomRole.exclude(['host', 'inspector']) }),
    nothing,
  ),
  'host.hand-over': request(onParticipant, nothing),

  'chat.send': request(
    z.object({
      text: z.string().trim().min(1).max(CHAT_TEXT_MAX_CHARS),
      replyTo: id.nullable().default(null),
      dedupeKey,
    }),
    z.object({ messageId: id, seq: z.number().int(), atMs: z.number().int() }),
  ),
  'chat.delete': request(z.object({ messageId: id }), nothing),
  'chat.history': request(
    z.object({ beforeSeq: z.number().int().positive(), limit: z.number().int().min(1).max(100).default(50) }),
    z.object({ messages: z.array(chatMessage), hasMore: z.boolean() }),
  ),

  'agenda.go': request(z.object({ itemId: id }), nothing),

  'recording.start': request(nothing, z.object({ recordingId: id })),
  'recording.stop': request(nothing, nothing),

  /** With `rtpCapabilities` a transport to receive comes with a consumer of silence. */
  'media.create-transport': request(
    z.object({ direction: z.enum(['send', 'receive']), rtpCapabilities: rtpCapabilities.optional() }),
    transportOptions,
  ),
  'media.connect-transport': request(z.object({ transportId: id, dtlsParameters }), nothing),
  'media.restart-ice': request(z.object({ transportId: id }), z.object({ iceParameters })),
  'media.produce': request(
    z.object({
      transportId: id,
      kind: z.enum(['audio', 'video']),
      source: mediaSource,
      rtpParameters,
      paused: z.boolean().default(false),
    }),
    z.object({ producerId: id }),
  ),
  'media.set-producer': request(z.object({ producerId: id, paused: z.boolean() }), nothing),
  'media.close-producer': request(z.object({ producerId: id }), nothing),
  /** Created paused; resume with `media.set-consumer` once the track is attached. */
  'media.consume': request(z.object({ transportId: id, producerId: id, rtpCapabilities }), consumerOptions),
  'media.set-consumer': request(
    z.object({
      consumerId: id,
      paused: z.boolean().optional(),
      /** 0 is the smallest simulcast layer. */
      spatialLayer: z.number().int().min(0).max(2).optional(),
      priority: z.number().int().min(1).max(255).optional(),
    }),
    nothing,
  ),
  'media.close-consumer': request(z.object({ consumerId: id }), nothing),
  'media.request-keyframe': request(z.object({ consumerId: id }), nothing),
} as const

export type RoomRequests = typeof roomRequests
export type RoomRequestName = keyof RoomRequests
export type RoomInput<N extends RoomRequestName> = z.input<RoomRequests[N]['input']>
export type RoomParsedInput<N extends RoomRequestName> = z.output<RoomRequests[N]['input']>
export type RoomOutput<N extends RoomRequestName> = z.output<RoomRequests[N]['output']>

export const roomRequestNames = Object.keys(roomRequests) as RoomRequestName[]
