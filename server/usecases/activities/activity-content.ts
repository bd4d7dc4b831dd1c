import type { ParsedActivityInput } from '#core/contract/activity.ts'
import { AppError } from '#core/contract/errors.ts'
import { kindsOpenTo } from '#core/domain/activity/activity-kinds.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import type { Ids } from '../ports.ts'
import type { Studios } from '../studios/ports.ts'
import type { ActivityContent, Districts } from './ports.ts'

export interface ContentDeps {
  studios: Studios
  districts: Districts
  ids: Ids
}

/**
 * Checks that the actor may hold such an activity in this place, and completes what they typed. `keptAgendaIds` are the
 * items that the activity has: they keep their identity, as the timeline names them; other ids are made here.
 */
export async function completeContent(
  { studios, districts, ids }: ContentDeps,
  actor: Actor,
  {
    input,
    hostId,
    keptAgendaIds,
    wasCityEvent,
  }: { input: ParsedActivityInput; hostId: string; keptAgendaIds: ReadonlySet<string>; wasCityEvent: boolean },
): Promise<ActivityContent> {
  const studio = input.studioId === null ? null : await studios.facts(input.studioId)
  if (input.studioId !== null && studio === null) {
    throw new AppError('INVALID', '没有这个工作室。', { field: 'studioId' })
  }
  if (studio === null) assertCan(actor, 'city.create-activity', { kind: 'city' })
  else assertCan(actor, 'studio.create-activity', studio.resource)
  if (!kindsOpenTo(actor, studio).includes(input.kind)) {
    throw new AppError('INVALID', '这里不能举办这一类活动。', { field: 'kind' })
  }
  if (input.isCityEvent !== wasCityEvent) assertCan(actor, 'city.announce-event', { kind: 'city' })
  const roles = new Map(input.roles.map((role) => [role.personId, role]))
  if (roles.size !== input.roles.length) {
    throw new AppError('INVALID', '同一位老师只能有一个角色。', { field: 'roles' })
  }
  const used = new Set<string>()
  const agenda = input.agenda.map(({ id, title, minutes, note }) => {
    const kept = id !== undefined && keptAgendaIds.has(id) && !used.has(id)
    if (kept) used.add(id)
    return { id: kept ? id : ids.next(), title, minutes, note: note ?? null }
  })
  const districtId = studio === null ? await districts.ofPerson(hostId) : studio.resource.districtId
  return { ...input, agenda, districtId }
}
