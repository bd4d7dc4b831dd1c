import type { Participant, RoomState } from '#core/contract/room-state.ts'
import type { TimelineEvent } from '#core/contract/timeline.ts'

const without = <T>(list: readonly T[], gone: (item: T) => boolean): T[] => list.filter((item) => !gone(item))

function patchParticipant(state: RoomState, participantId: string, patch: Partial<Participant>): RoomState {
  const before = state.participants[participantId]
  if (before === undefined) return state
  return { ...state, participants: { ...state.participants, [participantId]: { ...before, ...patch } } }
}

function removeParticipant(state: RoomState, participantId: string): RoomState {
  const { [participantId]: _gone, ...participants } = state.participants
  return {
    ...state,
    participants,
    hands: without(state.hands, (hand) => hand.participantId === participantId),
    stage: without(state.stage, (id) => id === participantId),
  }
}

function moveHand(state: RoomState, participantId: string, toIndex: number): RoomState {
  const moved = state.hands.find((hand) => hand.participantId === participantId)
  if (moved === undefined) return state
  const rest = without(state.hands, (hand) => hand === moved)
  return { ...state, hands: [...rest.slice(0, toIndex), moved, ...rest.slice(toIndex)] }
}

function fold(state: RoomState, event: TimelineEvent): RoomState {
  switch (event.type) {
    case 'session.opened':
      return { ...state, activityId: event.payload.activityId, title: event.payload.title, status: { status: 'live' } }
    case 'session.ending':
      return { ...state, status: { status: 'ending', endsAtMs: event.payload.endsAtMs, byId: event.actorId } }
    case 'session.ending-cancelled':
      return { ...state, status: { status: 'live' } }
    case 'session.ended':
      return { ...state, status: { status: 'ended', endedAtMs: event.atMs }, recording: null }
    case 'participant.joined': {
      const { participantId, ...who } = event.payload
      const joined: Participant = { id: participantId, ...who, connection: 'online', joinedAtMs: event.atMs, media: {} }
      return { ...state, participants: { ...state.participants, [participantId]: joined } }
    }
    case 'participant.offline':
      return patchParticipant(state, event.payload.participantId, { connection: 'offline', media: {} })
    case 'participant.online':
      return patchParticipant(state, event.payload.participantId, { connection: 'online' })
    case 'participant.left':
      return removeParticipant(state, event.payload.participantId)
    case 'participant.role-changed':
      return patchParticipant(state, event.payload.participantId, { role: event.payload.role })
    case 'hand.raised':
      return {
        ...state,
        hands: [...state.hands, { participantId: event.payload.participantId, raisedAtMs: event.atMs }],
      }
    case 'hand.lowered':
      return { ...state, hands: without(state.hands, (hand) => hand.participantId === event.payload.participantId) }
    case 'hand.moved':
      return moveHand(state, event.payload.participantId, event.payload.toIndex)
    case 'stage.entered':
      return {
        ...state,
        stage: [...without(state.stage, (id) => id === event.payload.participantId), event.payload.participantId],
      }
    case 'stage.left':
      return {
        ...patchParticipant(state, event.payload.participantId, { media: {} }),
        stage: without(state.stage, (id) => id === event.payload.participantId),
      }
    case 'media.changed': {
      const { participantId, source, state: mediaState } = event.payload
      const media = state.participants[participantId]?.media
      return patchParticipant(state, participantId, { media: { ...media, [source]: mediaState } })
    }
    case 'chat.sent':
      return { ...state, chat: [...state.chat, chatMessageOf(state, event)] }
    case 'chat.deleted':
      return {
        ...state,
        chat: state.chat.map((message) =>
          message.id === event.payload.messageId ? { ...message, text: '', deleted: true } : message,
        ),
      }
    case 'agenda.moved':
      return { ...state, agendaItemId: event.payload.itemId, agendaMovedAtMs: event.atMs }
    case 'recording.started':
      return { ...state, recording: { recordingId: event.payload.recordingId, startedAtMs: event.atMs } }
    case 'recording.stopped':
      return { ...state, recording: null }
    case 'speech.spoken':
      return state
    case 'plan.edited': {
      const { personId, name, section, updateSeq } = event.payload
      return { ...state, planEdit: { personId, name, section, atMs: event.atMs, updateSeq } }
    }
    default:
      return event satisfies never
  }
}

function chatMessageOf(state: RoomState, event: Extract<TimelineEvent, { type: 'chat.sent' }>) {
  const authorId = event.actorId ?? ''
  return {
    id: event.payload.messageId,
    seq: event.seq,
    atMs: event.atMs,
    authorId,
    authorName: state.participants[authorId]?.name ?? '',
    text: event.payload.text,
    replyTo: event.payload.replyTo,
    deleted: false,
  }
}

/** Two events of one log that do not follow each other. The holder of the state must fetch what lies between. */
export class SequenceGap extends Error {
  readonly expectedSeq: number
  readonly receivedSeq: number
  constructor(expectedSeq: number, receivedSeq: number) {
    super(`expected event ${expectedSeq}, received ${receivedSeq}`)
    this.name = 'SequenceGap'
    this.expectedSeq = expectedSeq
    this.receivedSeq = receivedSeq
  }
}

/**
 * The one reducer: it draws the live room, the replay, and the server's own view. Pure; shares what did not change.
 * Throws `SequenceGap` when the event is not the next one.
 */
export function applyEvent(state: RoomState, event: TimelineEvent): RoomState {
  if (event.seq !== state.seq + 1) throw new SequenceGap(state.seq + 1, event.seq)
  return { ...fold(state, event), seq: event.seq, atMs: event.atMs }
}

/** Folds a run of events, oldest first. */
export const applyEvents = (state: RoomState, events: readonly TimelineEvent[]): RoomState =>
  events.reduce(applyEvent, state)
