import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { YearPlanState } from '#core/contract/year-plans.ts'
import { personIdOf, type Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { assertYearPlanStep } from '#core/domain/year-plan/plan-state.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import { groupOf } from './group-of.ts'
import { changedSince, findPlan, subjectOf, type YearPlanDeps } from './plan-door.ts'
import type { PlanHead, YearPlanWrites } from './ports.ts'

const CITY = { kind: 'city' } as const

export async function submitYearPlan(
  deps: YearPlanDeps,
  actor: Actor,
  { planId, version }: HttpParsedInput<'year-plan.submit'>,
): Promise<HttpOutput<'year-plan.submit'>> {
  const { studio } = await findPlan(deps, planId)
  assertCan(actor, 'studio.write-year-plan', studio.resource)
  await deps.transactions.run(async (writes) => {
    await step(deps, actor, writes, { planId, version, to: 'submitted', mend: null })
    if ((await writes.itemCount(planId)) === 0) throw new AppError('CONFLICT', '计划里还没有活动，写上以后再提交。')
  })
  return {}
}

/** 备案. */
export async function fileYearPlan(
  deps: YearPlanDeps,
  actor: Actor,
  { planId, version }: HttpParsedInput<'year-plan.file'>,
): Promise<HttpOutput<'year-plan.file'>> {
  assertCan(actor, 'city.file-year-plans', CITY)
  await deps.transactions.run(async (writes) => {
    const head = await step(deps, actor, writes, { planId, version, to: 'filed', mend: null })
    const { personId, params } = await addressee(deps, head)
    await writes.notifications.add([{ personId, kind: 'year-plan.filed', params }])
  })
  return {}
}

/** 退回, with what to mend. */
export async function returnYearPlan(
  deps: YearPlanDeps,
  actor: Actor,
  { planId, version, mend }: HttpParsedInput<'year-plan.return'>,
): Promise<HttpOutput<'year-plan.return'>> {
  assertCan(actor, 'city.file-year-plans', CITY)
  await deps.transactions.run(async (writes) => {
    const head = await step(deps, actor, writes, { planId, version, to: 'returned', mend })
    const { personId, params } = await addressee(deps, head)
    await writes.notifications.add([{ personId, kind: 'year-plan.returned', params: { ...params, mend } }])
  })
  return {}
}

interface Step {
  planId: string
  /** As the one who decides has seen it. */
  version: number
  to: Exclude<YearPlanState, 'draft'>
  mend: string | null
}

async function step(
  { clock }: YearPlanDeps,
  actor: Actor,
  writes: YearPlanWrites,
  { planId, version, to, mend }: Step,
): Promise<PlanHead> {
  const head = await writes.lock(planId)
  if (head === null) throw new AppError('NOT_FOUND', '没有这份计划。')
  assertYearPlanStep(head.state, to)
  const filedById = to === 'filed' ? personIdOf(actor) : null
  const moved = await writes.move(planId, { version, state: to, mend, filedById, atEpochMs: clock.nowEpochMs() })
  if (!moved) throw changedSince()
  const after = { state: to, ...(mend === null ? {} : { mend }) }
  const entry = { action: `year-plan.${to}` as const, subject: subjectOf(planId), before: { state: head.state }, after }
  await writes.audit.write(auditEntry(actor, entry))
  return head
}

async function addressee(deps: YearPlanDeps, { studioId, year }: PlanHead) {
  const [{ name }, facts] = await Promise.all([groupOf(deps, studioId), deps.studios.facts(studioId)])
  if (facts === null) throw new AppError('NOT_FOUND', '没有这个工作室。')
  return { personId: facts.resource.masterId, params: { studioId, studioName: name, year } }
}
