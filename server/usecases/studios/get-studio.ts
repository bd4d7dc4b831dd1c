import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import { monthIndexOf, yearOf } from '#core/domain/activity/city-calendar.ts'
import type { StudioRoom } from '#core/contract/studio-room.ts'
import { personIdOf, type Actor } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import type { Activities, ActivitySummary, LivePresence } from '../activities/ports.ts'
import { presentActivities } from '../activities/present-activity.ts'
import type { Strips } from '../desk/ports.ts'
import { presentPerson } from '../people/present-person.ts'
import type { Clock } from '../ports.ts'
import { presentStudio } from './list-studios.ts'
import type { Studios } from './ports.ts'

const NO_ROOM: StudioRoom = { plateOn: null, place: '', equipment: [], books: null }
const UPCOMING_MAX = 12
const REPLAYS_MAX = 9
const YEAR_MAX = 1_000

export interface GetStudioDeps {
  studios: Studios
  activities: Activities
  presence: LivePresence
  strips: Strips
  clock: Clock
}

export async function getStudio(
  { studios, activities, presence, strips, clock }: GetStudioDeps,
  actor: Actor,
  { studioId }: HttpParsedInput<'studio.get'>,
): Promise<HttpOutput<'studio.get'>> {
  const [facts, summary] = await Promise.all([studios.facts(studioId), studios.summary(studioId)])
  if (facts === null || summary === null) throw new AppError('NOT_FOUND', '没有这个工作室。')
  const now = clock.nowEpochMs()
  const here = { visibleTo: actor, studioId }
  const personId = personIdOf(actor)
  const [members, room, followed, upcoming, replays, year] = await Promise.all([
    studios.members(studioId),
    studios.room(studioId),
    studios.followers(studioId, { personId }),
    activities.list({
      ...here,
      states: ['published', 'live'],
      endsAfterEpochMs: now,
      order: 'soonest-first',
      limit: UPCOMING_MAX,
    }),
    activities.list({ ...here, states: ['ended'], withReplay: true, order: 'latest-first', limit: REPLAYS_MAX }),
    activities.list({
      ...here,
      states: ['published', 'live', 'ended'],
      startsWithin: yearOf(now),
      order: 'soonest-first',
      limit: YEAR_MAX,
    }),
  ])
  const [upcomingCards, replayCards, minutes] = await Promise.all([
    presentActivities({ presence }, upcoming),
    presentActivities({ presence }, replays),
    strips.ofActivities(replays.map(({ id }) => id)),
  ])
  return {
    card: presentStudio(summary),
    members: members.map(({ person, sinceEpochMs }) => ({
      person: presentPerson(person),
      since: new Date(sinceEpochMs).toISOString(),
    })),
    upcoming: upcomingCards,
    replays: replayCards.map((card) => ({ card, strip: minutes.get(card.id) ?? [] })),
    months: countMonths(year),
    room: room ?? NO_ROOM,
    followers: followed.count,
    isFollowed: personId === null ? null : followed.isFollowed,
    may: {
      createActivity: can(actor, 'studio.create-activity', facts.resource),
      edit: can(actor, 'studio.edit', facts.resource),
      seeGroup: can(actor, 'studio.see-group', facts.resource),
      seePlan: can(actor, 'studio.see-year-plan', facts.resource),
    },
  }
}

function countMonths(year: readonly ActivitySummary[]): { held: number; planned: number }[] {
  const months = Array.from({ length: 12 }, () => ({ held: 0, planned: 0 }))
  for (const { startsAtEpochMs, state } of year) {
    const month = months[monthIndexOf(startsAtEpochMs)]
    if (month === undefined) continue
    if (state === 'published') month.planned += 1
    else month.held += 1
  }
  return months
}
