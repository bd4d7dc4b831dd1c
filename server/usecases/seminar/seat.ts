import { AppError } from '#core/contract/errors.ts'
import type { RoomRequestName } from '#core/contract/room-requests.ts'
import type { Participant } from '#core/contract/room-state.ts'
import type { PersonColour } from '#core/contract/fields.ts'
import type { RoomRole } from '#core/contract/roles.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan, can } from '#core/domain/policy/can.ts'
import { ROOM_REQUEST_NEEDS } from '#core/domain/policy/room-request-needs.ts'
import { isOnStage } from '#core/domain/seminar/decide/decision.ts'
import type { SeminarDeps } from './deps.ts'
import type { LiveSession } from './live-session.ts'

/** The right to enter a running session, given to one connection by `room.prepare`. */
export interface Door {
  actor: Actor
  sessionId: string
  activityId: string
  participantId: string
  /** With which a newcomer sits down. */
  entryRole: RoomRole
  personId: string | null
  name: string
  organisation: string
  colour: PersonColour
}

/** Who asks, once seated. Role and stage are read from the live state at each request, never kept. */
export interface Seat {
  actor: Actor
  sessionId: string
  participantId: string
}

export interface Seated {
  session: LiveSession
  me: Participant
  onStage: boolean
  isHost: boolean
}

export const mayHost = (actor: Actor, room: { role: RoomRole; onStage: boolean }) =>
  can(actor, 'room.host', { kind: 'room', ...room })

/** Throws `FORBIDDEN` without a seat or the right that `request` needs, `UNAVAILABLE` while the session is not here. */
export function seatedFor({ sessions }: Pick<SeminarDeps, 'sessions'>, seat: Seat, request: RoomRequestName): Seated {
  const session = sessions.find(seat.sessionId)
  if (session === null) throw new AppError('UNAVAILABLE', '研讨室正在恢复，请稍候。', { retryAfterMs: 1_000 })
  const me = session.state.participants[seat.participantId]
  if (me === undefined) throw new AppError('FORBIDDEN', '您已经不在研讨室里。')
  const onStage = isOnStage(session.state, seat.participantId)
  const room = { role: me.role, onStage }
  const needs = ROOM_REQUEST_NEEDS[request]
  if (needs !== 'door' && needs !== 'seat' && needs !== 'own-or-host') {
    assertCan(seat.actor, needs, { kind: 'room', ...room })
  }
  return { session, me, onStage, isHost: mayHost(seat.actor, room) }
}
