import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import { yearPlanFilter, type MemberLoad } from '#core/contract/year-plans.ts'
import { STUDIO_KINDS } from '#core/domain/activity/activity-kinds.ts'
import { cityDateOf } from '#core/domain/activity/city-calendar.ts'
import { personIdOf, type Actor } from '#core/domain/policy/actor.ts'
import { assertCan, can } from '#core/domain/policy/can.ts'
import { memberLoads } from '#core/domain/year-plan/member-loads.ts'
import { writingMode } from '#core/domain/year-plan/plan-state.ts'
import { progressOf } from '#core/domain/year-plan/progress.ts'
import { presentPerson } from '../people/present-person.ts'
import { groupOf } from './group-of.ts'
import { findStudio, type YearPlanDeps } from './plan-door.ts'
import type { WholePlan } from './ports.ts'
import { presentCard, presentPlan } from './present-year-plan.ts'

type Deps = Pick<YearPlanDeps, 'plans' | 'studios' | 'clock'>

const NO_LOAD = { tasks: 0, hours: 0, doneHours: 0, weight: 'none' } as const
const CITY = { kind: 'city' } as const

export async function getYearPlan(
  deps: Deps,
  actor: Actor,
  { studioId, year }: HttpParsedInput<'year-plan.get'>,
): Promise<HttpOutput<'year-plan.get'>> {
  const studio = await findStudio(deps, studioId)
  assertCan(actor, 'studio.see-year-plan', studio.resource)
  const [{ name, people }, found] = await Promise.all([groupOf(deps, studioId), deps.plans.ofYear(studioId, year)])
  // What is being written is the studio's own business until it is handed in.
  const belongs = can(actor, 'studio.claim-task', studio.resource)
  const plan = found !== null && found.state === 'draft' && !belongs ? null : found
  const today = cityDateOf(deps.clock.nowEpochMs())
  const mode = plan === null ? 'yes' : writingMode(plan.state)
  const writes = can(actor, 'studio.write-year-plan', studio.resource)
  const files = can(actor, 'city.file-year-plans', CITY)
  return {
    studio: { id: studioId, name },
    plan: plan === null ? null : presentPlan(plan, { today, seesDrafts: belongs }),
    loads: await loadsOf(deps, plan, { people, today }),
    kinds: [...STUDIO_KINDS[studio.kind]],
    meId: personIdOf(actor),
    may: {
      write: writes ? mode : 'no',
      claim: mode !== 'no' && belongs,
      file: plan?.state === 'submitted' && files,
      link: writes,
      noteChanges: files && (plan?.unseenChanges ?? 0) > 0,
    },
  }
}

type Group = Awaited<ReturnType<typeof groupOf>>['people']

async function loadsOf(
  { plans }: Deps,
  plan: WholePlan | null,
  { people, today }: { people: Group; today: ReturnType<typeof cityDateOf> },
): Promise<MemberLoad[]> {
  const tasks = (plan?.items ?? []).flatMap((item) => {
    const isDone = progressOf(item, { year: plan?.year ?? today.year, today }) === 'held'
    return item.tasks.map(({ hours, assigneeId }) => ({ hours, assigneeId, isDone }))
  })
  const loads = memberLoads(
    people.map(({ id }) => id),
    { tasks },
  )
  const attended = plan === null ? [] : await plans.attendance(plan.id)
  const byPerson = new Map(attended.map((row) => [row.personId, row]))
  return people.map((person) => {
    const { activities = 0, presentMs = 0 } = byPerson.get(person.id) ?? {}
    const load = loads.get(person.id) ?? NO_LOAD
    return { person: presentPerson(person), ...load, attended: activities, attendedMs: presentMs }
  })
}

export async function listYearPlans(
  { plans, clock }: Deps,
  actor: Actor,
  { year, show, cursor, limit }: HttpParsedInput<'year-plans.list'>,
): Promise<HttpOutput<'year-plans.list'>> {
  assertCan(actor, 'city.file-year-plans', CITY)
  const today = cityDateOf(clock.nowEpochMs())
  const [found, ...counted] = await Promise.all([
    plans.list({ year, show, today, after: cursor ?? null, limit: limit + 1 }),
    ...yearPlanFilter.options.map((filter) => plans.count({ year, show: filter, today })),
  ])
  const [submitted = 0, returned = 0, filed = 0, changed = 0, late = 0] = counted
  const rows = found.slice(0, limit)
  return {
    items: rows.map((row) => presentCard(row, { today })),
    nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
    counts: { submitted, returned, filed, changed, late },
  }
}
