import { AppError } from '#core/contract/errors.ts'
import type { RoomOutput } from '#core/contract/room-requests.ts'
import { beginEnding, cancelEnding } from '#core/domain/seminar/decide/session.ts'
import type { SeminarDeps } from './deps.ts'
import { seatedFor, type Seat } from './seat.ts'

/** The timer that follows is `LiveSessions`': it is armed by the event, so also after a restart. */
export async function endRoom(deps: SeminarDeps, seat: Seat): Promise<RoomOutput<'room.end'>> {
  const { session, me } = seatedFor(deps, seat, 'room.end')
  await session.decide((state, nowMs) => beginEnding(state, { nowMs, byId: me.id }))
  const { status } = session.state
  if (status.status === 'ending') return { endsAtMs: status.endsAtMs }
  throw new AppError('CONFLICT', '散场已经被撤回。')
}

export async function cancelEnd(deps: SeminarDeps, seat: Seat): Promise<Record<string, never>> {
  const { session, me } = seatedFor(deps, seat, 'room.cancel-end')
  await session.decide((state) => cancelEnding(state, me.id))
  return {}
}
