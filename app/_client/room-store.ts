import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AgendaItem } from '#core/contract/activity.ts'
import type { ProducerInfo } from '#core/contract/media.ts'
import type { RoomEvent } from '#core/contract/room-events.ts'
import type { RoomOutput } from '#core/contract/room-requests.ts'
import type { RoomState } from '#core/contract/room-state.ts'
import { INITIAL_ROOM_STATE } from '#core/domain/seminar/initial-room-state.ts'

export type RoomClosedReason =
  | RoomEvent<'room.closed'>['reason']
  | 'left'
  /** The page is older than the server: reload. */
  | 'outdated'
  /** The server refused; `RoomClient.refusal` says why. */
  | 'refused'

export type RoomLink =
  | { status: 'connecting' }
  /** The door is open: media may be prewarmed, the seat is not taken. */
  | { status: 'lobby' }
  | { status: 'joined' }
  /** By itself, with the same seat. `sinceMs`: epoch, for the words on the screen. */
  | { status: 'reconnecting'; sinceMs: number }
  | { status: 'closed'; reason: RoomClosedReason }

/** A message of one's own that the server has not acknowledged. */
export interface UnsentChat {
  dedupeKey: string
  text: string
  replyTo: string | null
  /** `failed`: refused for good, or the person decides whether to try again. */
  status: 'sending' | 'failed'
}

export interface RoomClientState {
  link: RoomLink
  door: RoomOutput<'room.prepare'> | null
  /** One's participant id, once joined. */
  me: string | null
  sessionId: string | null
  room: RoomState
  agenda: readonly AgendaItem[]
  /** When the activity was planned to begin, on the session's clock. */
  startsAtMs: number
  chatHasMore: boolean
  unsentChat: readonly UnsentChat[]
  /** Everything that is sent in the room, by producer id. */
  producers: Readonly<Record<string, ProducerInfo>>
  /** Loudest first. */
  speakers: RoomEvent<'media.speaking'>['speakers']
  /** Bars 0–3 by participant id. */
  quality: Readonly<Record<string, number>>
}

export type RoomStore = StoreApi<RoomClientState>

export const createRoomStore = (): RoomStore =>
  createStore<RoomClientState>(() => ({
    link: { status: 'connecting' },
    door: null,
    me: null,
    sessionId: null,
    room: INITIAL_ROOM_STATE,
    agenda: [],
    startsAtMs: 0,
    chatHasMore: false,
    unsentChat: [],
    producers: {},
    speakers: [],
    quality: {},
  }))

const byProducerId = (producers: readonly ProducerInfo[]) =>
  Object.fromEntries(producers.map((producer) => [producer.producerId, producer]))

/** The media's own events, which are valid until the next of their kind. */
export const withProducer = (state: RoomClientState, producer: ProducerInfo): Partial<RoomClientState> => ({
  producers: { ...state.producers, [producer.producerId]: producer },
})

export function withoutProducer(state: RoomClientState, producerId: string): Partial<RoomClientState> {
  const { [producerId]: _gone, ...producers } = state.producers
  return { producers }
}

export function withProducerPaused(
  state: RoomClientState,
  { producerId, paused }: RoomEvent<'media.producer-paused'>,
): Partial<RoomClientState> {
  const producer = state.producers[producerId]
  return producer === undefined ? {} : withProducer(state, { ...producer, paused })
}

/** What an answer to `room.join` says besides the log. */
export const withJoined = (joined: RoomOutput<'room.join'>): Partial<RoomClientState> => ({
  link: { status: 'joined' },
  me: joined.participantId,
  sessionId: joined.sessionId,
  agenda: joined.agenda,
  startsAtMs: joined.startsAtMs,
  producers: byProducerId(joined.producers),
  speakers: [],
})
