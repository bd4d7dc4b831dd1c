import type { ActivityQuery } from '#server/usecases/activities/ports.ts'
import { replayable } from './activity-rows.ts'
import { concerns, isOfPerson, visibleTo } from './activity-visibility.ts'
import type { Prisma } from './generated/client.ts'
import { activityHas } from './search-conditions.ts'

type Conditions = Omit<ActivityQuery, 'limit' | 'order'> & { order?: ActivityQuery['order'] }

/** A query of activities as conditions of the database, all of which hold. */
export function conditionsOf(query: Conditions): Prisma.ActivityWhereInput[] {
  const { states, kind, search, studioId, concerning, hostedBy, withReplay, startsWithin } = query
  const { endsAfterEpochMs, endsUntilEpochMs, districtId, cityEventsOnly, ids } = query
  const conditions: Prisma.ActivityWhereInput[] = [visibleTo(query.visibleTo), { state: { in: [...states] } }]
  if (kind !== undefined) conditions.push({ kind })
  if (search !== undefined) conditions.push(...activityHas(search))
  if (studioId !== undefined) conditions.push({ studioId })
  if (query.subject !== undefined) conditions.push({ subjects: { has: query.subject } })
  if (query.stage !== undefined) conditions.push({ stages: { has: query.stage } })
  if (districtId !== undefined) conditions.push({ districtId })
  if (cityEventsOnly === true) conditions.push({ isCityEvent: true })
  if (ids !== undefined) conditions.push({ id: { in: [...ids] } })
  if (concerning !== undefined) conditions.push(concerns(concerning))
  if (query.ofPerson !== undefined) conditions.push(isOfPerson(query.ofPerson))
  if (hostedBy !== undefined) conditions.push({ hostId: hostedBy })
  if (withReplay === true) conditions.push({ sessions: { some: replayable } })
  if (endsAfterEpochMs !== undefined) conditions.push({ endsAt: { gt: new Date(endsAfterEpochMs) } })
  if (endsUntilEpochMs !== undefined) conditions.push({ endsAt: { lte: new Date(endsUntilEpochMs) } })
  if (startsWithin !== undefined) {
    const { fromEpochMs, toEpochMs } = startsWithin
    conditions.push({
      startsAt: { gte: new Date(fromEpochMs), ...(toEpochMs === null ? {} : { lt: new Date(toEpochMs) }) },
    })
  }
  if (query.after !== undefined) {
    const [startsAtEpochMs, id] = query.after
    const startsAt = new Date(startsAtEpochMs)
    const beyond = query.order === 'latest-first' ? 'lt' : 'gt'
    conditions.push({ OR: [{ startsAt: { [beyond]: startsAt } }, { startsAt, id: { [beyond]: id } }] })
  }
  return conditions
}
