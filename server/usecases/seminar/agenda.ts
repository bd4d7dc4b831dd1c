import { AppError } from '#core/contract/errors.ts'
import type { RoomParsedInput } from '#core/contract/room-requests.ts'
import { moveAgenda } from '#core/domain/seminar/decide/session.ts'
import type { SeminarDeps } from './deps.ts'
import { seatedFor, type Seat } from './seat.ts'

/** Throws `NOT_FOUND` for an item that is not on this activity's agenda. */
export async function goToAgendaItem(
  deps: SeminarDeps,
  seat: Seat,
  { itemId }: RoomParsedInput<'agenda.go'>,
): Promise<Record<string, never>> {
  const { session, me } = seatedFor(deps, seat, 'agenda.go')
  const activity = await deps.activities.record(session.facts.activityId)
  if (!activity?.agenda.some(({ id }) => id === itemId)) {
    throw new AppError('NOT_FOUND', '议程里没有这一项。', { field: 'itemId' })
  }
  await session.decide((state) => moveAgenda(state, { itemId, byId: me.id }))
  return {}
}
