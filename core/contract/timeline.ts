import { z } from 'zod'
import { dedupeKey, id, personColour, sessionMs } from './fields.ts'
import { roomRole } from './roles.ts'

export const CHAT_TEXT_MAX_CHARS = 1_000

export const mediaSource = z.enum(['camera', 'microphone', 'screen', 'screen-audio'])
export type MediaSource = z.infer<typeof mediaSource>

export const leaveReason = z.enum(['left', 'lost', 'removed', 'ended'])

const event = <T extends string, P extends z.ZodRawShape>(type: T, payload: P) =>
  z.object({ type: z.literal(type), payload: z.object(payload) })

/**
 * Everything that can happen in a session. The log of these is the only truth of a room: live state, replay,
 * attendance and reports are folds over it (architecture.md §3). Adding a type is compatible; changing one is not.
 */
const body = z.discriminatedUnion('type', [
  event('session.opened', { activityId: id, title: z.string() }),
  event('session.ending', { endsAtMs: sessionMs }),
  event('session.ending-cancelled', {}),
  event('session.ended', {}),

  event('participant.joined', {
    participantId: id,
    personId: id.nullable(),
    name: z.string(),
    organisation: z.string(),
    role: roomRole,
    colour: personColour,
  }),
  /** The socket is gone, the seat is kept: role, hand and stage stay. */
  event('participant.offline', { participantId: id }),
  event('participant.online', { participantId: id }),
  event('participant.left', { participantId: id, reason: leaveReason }),
  event('participant.role-changed', { participantId: id, role: roomRole }),

  event('hand.raised', { participantId: id }),
  event('hand.lowered', { participantId: id }),
  event('hand.moved', { participantId: id, toIndex: z.number().int().nonnegative() }),

  event('stage.entered', { participantId: id }),
  event('stage.left', { participantId: id }),

  /** What a person on stage sends; absent sources are off. */
  event('media.changed', { participantId: id, source: mediaSource, state: z.enum(['on', 'muted', 'off']) }),

  event('chat.sent', {
    messageId: id,
    text: z.string().max(CHAT_TEXT_MAX_CHARS),
    replyTo: id.nullable(),
    dedupeKey: dedupeKey,
  }),
  event('chat.deleted', { messageId: id }),

  event('agenda.moved', { itemId: id }),

  event('recording.started', { recordingId: id }),
  event('recording.stopped', { recordingId: id }),

  /** Written when somebody falls silent; `fromMs` lies before the event's own time. */
  event('speech.spoken', { participantId: id, fromMs: sessionMs, toMs: sessionMs }),

  /** Edits of the plan by one author, gathered over at most two seconds; the text itself is in the plan's update log. */
  event('plan.edited', {
    personId: id,
    name: z.string(),
    colour: personColour,
    section: z.string(),
    updateSeq: z.number().int(),
  }),
])

export const timelineEvent = z.intersection(
  z.object({
    /** 1, 2, 3 … without gaps within a session. */
    seq: z.number().int().positive(),
    atMs: sessionMs,
    /** The participant who did it; null when the server did. */
    actorId: id.nullable(),
  }),
  body,
)
export type TimelineEvent = z.infer<typeof timelineEvent>
export type TimelineEventType = TimelineEvent['type']

/** An event that has been decided but has no place in the log yet. */
export type TimelineDraft = z.infer<typeof body> & { actorId: string | null }

/** Parses a stored or received event. Throws on anything that is not of this protocol version. */
export const parseTimelineEvent = (value: unknown): TimelineEvent => timelineEvent.parse(value)
