import fc from 'fast-check'
import { AppError } from '#core/contract/errors.ts'
import type { RoomRole } from '#core/contract/roles.ts'
import type { RoomState } from '#core/contract/room-state.ts'
import { parseTimelineEvent, type TimelineEvent } from '#core/contract/timeline.ts'
import { applyEvents } from '#core/domain/seminar/apply-event.ts'
import { deleteChat, sendChat } from '#core/domain/seminar/decide/chat.ts'
import type { Decision } from '#core/domain/seminar/decide/decision.ts'
import { lowerHand, moveHand, raiseHand } from '#core/domain/seminar/decide/hands.ts'
import { changeMedia } from '#core/domain/seminar/decide/media.ts'
import { changeRole, giveUpSeat, handOverHost, loseConnection, takeSeat } from '#core/domain/seminar/decide/seats.ts'
import {
  beginEnding,
  cancelEnding,
  finishEnding,
  moveAgenda,
  startRecording,
  stopRecording,
} from '#core/domain/seminar/decide/session.ts'
import { enterStage, leaveStage } from '#core/domain/seminar/decide/stage.ts'
import { INITIAL_ROOM_STATE } from '#core/domain/seminar/initial-room-state.ts'

const PEOPLE = 6
const ROLES: readonly RoomRole[] = ['host', 'presenter', 'speaker', 'participant', 'viewer', 'inspector']
export const idOf = (index: number) => `p${index % PEOPLE}`

interface Move {
  kind: keyof typeof MOVES
  who: number
  other: number
  number: number
}

type Decider = (state: RoomState, move: { me: string; other: string; number: number; nowMs: number }) => Decision

const MOVES = {
  join: (state, { me, number }) => takeSeat(state, newcomer(me, number), { wantsStage: number % 2 === 0 }),
  lose: (state, { me }) => loseConnection(state, me),
  leave: (state, { me }) => giveUpSeat(state, { participantId: me, reason: 'left', byId: me }),
  remove: (state, { me, other }) => giveUpSeat(state, { participantId: other, reason: 'removed', byId: me }),
  raise: (state, { me }) => raiseHand(state, me),
  lower: (state, { me, other }) => lowerHand(state, { participantId: other, byId: me }),
  move: (state, { me, other, number }) => moveHand(state, { participantId: other, toIndex: number, byId: me }),
  up: (state, { me, other }) => enterStage(state, { participantId: other, byId: me }),
  down: (state, { me, other }) => leaveStage(state, { participantId: other, byId: me }),
  role: (state, { me, other, number }) =>
    changeRole(state, { participantId: other, role: ROLES[number % ROLES.length] ?? 'viewer', byId: me }),
  hand: (state, { me, other }) => handOverHost(state, { toId: other, byId: me }),
  media: (state, { me, number }) =>
    changeMedia(state, { participantId: me, source: 'camera', to: number % 2 === 0 ? 'on' : 'muted', byId: me }),
  say: (state, { me, number }) =>
    sendChat(state, {
      messageId: `m${state.seq}`,
      text: `说${number}`,
      replyTo: null,
      dedupeKey: `said-key-${state.seq}`,
      byId: me,
    }),
  unsay: (state, { me, number }) => deleteChat(state, { messageId: `m${number}`, byId: me, asHost: true }),
  agenda: (state, { me, number }) => moveAgenda(state, { itemId: `a${number % 3}`, byId: me }),
  record: (state, { me }) => startRecording(state, { recordingId: `r${state.seq}`, byId: me }),
  stop: (state, { me }) => stopRecording(state, me),
  end: (state, { me, nowMs }) => beginEnding(state, { nowMs, byId: me }),
  unend: (state, { me }) => cancelEnding(state, me),
  finish: (state, { nowMs }) => finishEnding(state, nowMs),
  speak: (_state, { me, nowMs }) => [
    {
      type: 'speech.spoken',
      actorId: me,
      payload: { participantId: me, fromMs: Math.max(0, nowMs - 900), toMs: nowMs },
    },
  ],
} satisfies Record<string, Decider>

const newcomer = (participantId: string, number: number) => ({
  ...{ participantId, personId: number % 5 === 0 ? null : `person-${participantId}`, name: participantId },
  ...{ organisation: '', colour: 1 as const, role: ROLES[number % ROLES.length] ?? 'viewer' },
})

const isKind = (name: string): name is Move['kind'] => Object.hasOwn(MOVES, name)

export const seminarMoves = fc.array(
  fc.record({
    kind: fc.constantFrom(...Object.keys(MOVES).filter(isKind)),
    who: fc.nat(PEOPLE - 1),
    other: fc.nat(PEOPLE - 1),
    number: fc.nat(12),
  }),
  { maxLength: 120 },
)

/** Plays the moves as the server does: refused ones leave nothing. Answers the log, and the live state after each event. */
export function playSeminar(moves: readonly Move[]): { log: TimelineEvent[]; states: RoomState[] } {
  let state = INITIAL_ROOM_STATE
  const log: TimelineEvent[] = []
  const states: RoomState[] = [state]
  const append = (decision: Decision, atMs: number) => {
    for (const draft of decision) {
      // As the database gives it back.
      const event = parseTimelineEvent(JSON.parse(JSON.stringify({ ...draft, seq: state.seq + 1, atMs })))
      state = applyEvents(state, [event])
      log.push(event)
      states.push(state)
    }
  }
  append([{ type: 'session.opened', actorId: null, payload: { activityId: 'activity', title: '课' } }], 0)
  for (const [index, { kind, who, other, number }] of moves.entries()) {
    const nowMs = (index + 1) * 700
    const decide: Decider = MOVES[kind]
    try {
      append(decide(state, { me: idOf(who), other: idOf(other), number, nowMs }), nowMs)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  return { log, states }
}
