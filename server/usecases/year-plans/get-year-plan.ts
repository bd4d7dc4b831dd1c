import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { MemberLoad, YearPlan } from '#core/contract/year-plans.ts'
import { STUDIO_KINDS } from '#core/domain/activity/activity-kinds.ts'
import { personIdOf, type Actor } from '#core/domain/policy/actor.ts'
import { assertCan, can } from '#core/domain/policy/can.ts'
import { memberLoads } from '#core/domain/year-plan/member-loads.ts'
import { isWritable } from '#core/domain/year-plan/plan-state.ts'
import { presentPerson } from '../people/present-person.ts'
import { findStudio, type YearPlanDeps } from './plan-door.ts'
import type { WholePlan } from './ports.ts'
import { groupOf } from './group-of.ts'

type Deps = Pick<YearPlanDeps, 'plans' | 'studios'>

const NO_LOAD = { tasks: 0, hours: 0, weight: 'none' } as const

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
  const writable = plan === null || isWritable(plan.state)
  const loads = memberLoads(
    people.map(({ id }) => id),
    { tasks: plan?.items.flatMap(({ tasks }) => tasks) ?? [] },
  )
  return {
    studio: { id: studioId, name },
    plan: plan === null ? null : present(plan),
    loads: people.map((person): MemberLoad => ({
      person: presentPerson(person),
      ...(loads.get(person.id) ?? NO_LOAD),
    })),
    kinds: [...STUDIO_KINDS[studio.kind]],
    meId: personIdOf(actor),
    may: {
      write: writable && can(actor, 'studio.write-year-plan', studio.resource),
      claim: writable && belongs,
      file: plan?.state === 'submitted' && can(actor, 'city.file-year-plans', { kind: 'city' }),
    },
  }
}

function present({ id, year, state, version, goals, mend, items }: WholePlan): YearPlan {
  return {
    ...{ id, year, state, version, goals, mend },
    items: items.map(({ tasks, ...item }) => ({
      ...item,
      tasks: tasks.map(({ assigneeId, assigneeName, ...task }) => ({
        ...task,
        assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? '' },
      })),
    })),
  }
}

export async function listYearPlans(
  { plans }: Deps,
  actor: Actor,
  { year, state, cursor, limit }: HttpParsedInput<'year-plans.list'>,
): Promise<HttpOutput<'year-plans.list'>> {
  assertCan(actor, 'city.file-year-plans', { kind: 'city' })
  const found = await plans.list({ year, state, after: cursor ?? null, limit: limit + 1 })
  const items = found.slice(0, limit)
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null }
}
