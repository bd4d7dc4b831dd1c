import type { ActivityCard } from '#core/contract/activity.ts'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { weekOf } from '#core/domain/activity/city-calendar.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { roomRoleOnEntry } from '#core/domain/policy/can.ts'
import { resourceOf } from '../activities/find-activity.ts'
import type { Activities, ActivityQuery, ActivityRecord, LivePresence } from '../activities/ports.ts'
import { presentActivities } from '../activities/present-activity.ts'
import { presentDetail, presentPlan } from '../activities/present-detail.ts'
import type { People, PersonSummary } from '../people/ports.ts'
import type { Clock } from '../ports.ts'
import { requirePerson } from '../require-person.ts'
import type { Strips } from './ports.ts'

const WEEK_MAX = 30
const DRAFTS_MAX = 20
const PLANS_MAX = 6
/** Among so many the plans last worked on are looked for. */
const PLANS_SOUGHT = 30
const REPLAYS_MAX = 6

export interface GetDeskDeps {
  activities: Activities
  people: People
  presence: LivePresence
  strips: Strips
  clock: Clock
}

type Desk = HttpOutput<'desk.get'>

/** What concerns a person: as host, by a role, or as one of a studio's group. */
export async function getDesk(deps: GetDeskDeps, actor: Actor): Promise<Desk> {
  const { activities, presence, clock } = deps
  const { personId } = requirePerson(actor)
  const now = clock.nowEpochMs()
  const mine = (query: Omit<ActivityQuery, 'visibleTo' | 'concerning'>) =>
    activities.list({ ...query, visibleTo: actor, concerning: personId })
  const [next, week, drafts, recent, replays, me] = await Promise.all([
    mine({ states: ['live', 'published'], endsAfterEpochMs: now, order: 'soonest-first', limit: 1 }),
    mine({
      states: ['published', 'live', 'ended'],
      startsWithin: weekOf(now),
      order: 'soonest-first',
      limit: WEEK_MAX,
    }),
    activities.list({
      visibleTo: actor,
      states: ['draft'],
      hostedBy: personId,
      order: 'soonest-first',
      limit: DRAFTS_MAX,
    }),
    mine({ states: ['draft', 'published', 'live', 'ended'], order: 'latest-first', limit: PLANS_SOUGHT }),
    mine({ states: ['ended'], withReplay: true, order: 'latest-first', limit: REPLAYS_MAX }),
    deps.people.summary(personId),
  ])
  const records = new Map(
    (await activities.records([...next, ...week, ...recent].map(({ id }) => id))).map((record) => [
      record.summary.id,
      record,
    ]),
  )
  const nextRecord = next[0] === undefined ? undefined : records.get(next[0].id)
  return {
    next:
      nextRecord === undefined
        ? null
        : await presentDetail(deps, actor, { record: nextRecord, resource: resourceOf(nextRecord), me }),
    week: withRoles(actor, { cards: await presentActivities({ presence }, week), records }),
    drafts: await presentActivities({ presence }, drafts),
    plans: await presentPlans(deps, actor, { records: recent.flatMap(({ id }) => records.get(id) ?? []), me }),
    replays: await presentActivities({ presence }, replays),
  }
}

function withRoles(
  actor: Actor,
  { cards, records }: { cards: readonly ActivityCard[]; records: ReadonlyMap<string, ActivityRecord> },
): Desk['week'] {
  return cards.flatMap((card) => {
    const record = records.get(card.id)
    const role = record === undefined ? null : roomRoleOnEntry(actor, resourceOf(record))
    return role === null ? [] : [{ card, role }]
  })
}

/** The plans last worked on first; then those that nobody has begun, the soonest needed first. */
async function presentPlans(
  { presence, strips }: GetDeskDeps,
  actor: Actor,
  { records, me }: { records: readonly ActivityRecord[]; me: PersonSummary | null },
): Promise<Desk['plans']> {
  const editable = records
    .flatMap((record) => {
      const plan = presentPlan(actor, { record, resource: resourceOf(record), me })
      return plan?.access === 'edit' ? [{ record, plan }] : []
    })
    .sort(
      (a, b) =>
        (b.record.plan?.updatedAtEpochMs ?? 0) - (a.record.plan?.updatedAtEpochMs ?? 0) ||
        a.record.summary.startsAtEpochMs - b.record.summary.startsAtEpochMs,
    )
    .slice(0, PLANS_MAX)
  const summaries = editable.map(({ record }) => record.summary)
  const [cards, minutes] = await Promise.all([
    presentActivities({ presence }, summaries),
    strips.ofActivities(summaries.map(({ id }) => id)),
  ])
  return cards.flatMap((card, index) => {
    const plan = editable[index]?.plan
    return plan === undefined ? [] : [{ plan, card, strip: minutes.get(card.id) ?? [] }]
  })
}
