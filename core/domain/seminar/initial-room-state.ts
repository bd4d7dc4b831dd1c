import type { RoomState } from '#core/contract/room-state.ts'

/** A room of which nothing is known yet: the fold over an empty log. */
export const INITIAL_ROOM_STATE: RoomState = {
  seq: 0,
  atMs: 0,
  activityId: null,
  title: '',
  status: { status: 'live' },
  participants: {},
  hands: [],
  stage: [],
  chat: [],
  agendaItemId: null,
  agendaMovedAtMs: null,
  recording: null,
  planEdit: null,
}
