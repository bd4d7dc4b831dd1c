import { AppError } from '#core/contract/errors.ts'
import type { RoomOutput, RoomParsedInput } from '#core/contract/room-requests.ts'
import { giveUpSeat, takeSeat } from '#core/domain/seminar/decide/seats.ts'
import type { SeminarDeps } from './deps.ts'
import type { LiveSession } from './live-session.ts'
import { seatedFor, type Door, type Seat } from './seat.ts'

export interface JoinFacts {
  agenda: RoomOutput<'room.join'>['agenda']
  startsAtMs: number
}

/** [SEAT1] Takes the seat or takes it back. Throws `GONE`, `FORBIDDEN` for who was removed. */
export async function joinRoom(
  deps: SeminarDeps,
  door: Door,
  input: RoomParsedInput<'room.join'>,
): Promise<{ seat: Seat; session: LiveSession; facts: JoinFacts }> {
  const { actor, sessionId, activityId, participantId, personId, organisation, colour } = door
  const session = await deps.sessions.get(sessionId)
  if (session.log.wasRemoved(participantId)) throw new AppError('FORBIDDEN', '主持人已请您离开这场研讨。')
  const activity = await deps.activities.record(activityId)
  if (activity === null) throw new AppError('NOT_FOUND', '没有这场活动。')
  const name = personId === null ? (input.guestName ?? door.name) : door.name
  const newcomer = { participantId, personId, name, organisation, colour, role: door.entryRole }
  await session.decide((state) => takeSeat(state, newcomer, { wantsStage: input.wantsStage }))
  const startsAtMs = activity.summary.startsAtEpochMs - session.facts.zeroEpochMs
  return { seat: { actor, sessionId, participantId }, session, facts: { agenda: activity.agenda, startsAtMs } }
}

/**
 * The room for one who has just sat down. Takes no time: called in the tick in which the connection begins to receive
 * events, nothing falls between the two.
 */
export function describeRoom(
  { limits }: Pick<SeminarDeps, 'limits'>,
  { session, participantId, afterSeq }: { session: LiveSession; participantId: string; afterSeq: number | undefined },
): Omit<RoomOutput<'room.join'>, 'producers' | 'agenda' | 'startsAtMs'> {
  const { state } = session
  const here = { participantId, sessionId: session.facts.sessionId, nowMs: session.nowMs() }
  const missed = afterSeq === undefined || afterSeq > state.seq ? null : session.log.tailAfter(afterSeq)
  if (missed !== null && missed.length <= limits.missedMaxEvents) {
    return { ...here, state: null, missed, chatHasMore: false }
  }
  const chat = state.chat.slice(-limits.snapshotChatMessages)
  return { ...here, state: { ...state, chat }, missed: null, chatHasMore: chat.length < state.chat.length }
}

export async function leaveRoom(deps: SeminarDeps, seat: Seat): Promise<Record<string, never>> {
  const { session, me } = seatedFor(deps, seat, 'room.leave')
  await session.decide((state) => giveUpSeat(state, { participantId: me.id, reason: 'left', byId: me.id }))
  return {}
}

const CATCH_UP_EVENTS = 1_000

/** [LOG2] What a client that sees a gap asks for. */
export async function eventsAfter(
  deps: SeminarDeps,
  seat: Seat,
  { afterSeq }: RoomParsedInput<'room.events-after'>,
): Promise<RoomOutput<'room.events-after'>> {
  const { session } = seatedFor(deps, seat, 'room.events-after')
  return await session.eventsAfter(afterSeq, { limit: CATCH_UP_EVENTS })
}
