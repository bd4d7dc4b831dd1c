import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { assertItem } from '#core/domain/year-plan/check-item.ts'
import { assertGoalsWritable, reasonOf } from '#core/domain/year-plan/plan-state.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import { changedSince, findStudio, subjectOf, writing, type YearPlanDeps } from './plan-door.ts'
import { recordChange } from './record-change.ts'

const needs = 'studio.write-year-plan'

export async function beginYearPlan(
  deps: YearPlanDeps,
  actor: Actor,
  { studioId, year }: HttpParsedInput<'year-plan.begin'>,
): Promise<HttpOutput<'year-plan.begin'>> {
  const { resource } = await findStudio(deps, studioId)
  assertCan(actor, needs, resource)
  const planId = deps.ids.next()
  await deps.transactions.run(async (writes) => {
    if (!(await writes.begin({ id: planId, studioId, year }))) throw new AppError('CONFLICT', '这一年的计划已经有了。')
    const after = { studioId, year: String(year) }
    const entry = { action: 'year-plan.begin' as const, subject: subjectOf(planId), before: null, after }
    await writes.audit.write(auditEntry(actor, entry))
  })
  return { planId }
}

/** Saved by itself while it is typed, so not each time on record: what was handed in is (`submitYearPlan`). */
export async function setGoals(
  deps: YearPlanDeps,
  actor: Actor,
  { planId, version, goals }: HttpParsedInput<'year-plan.set-goals'>,
): Promise<HttpOutput<'year-plan.set-goals'>> {
  return writing(deps, actor, { planId, needs, assertState: assertGoalsWritable }, async (writes) => {
    if (!(await writes.setGoals(planId, { version, goals }))) throw changedSince()
    return {}
  })
}

export async function addItem(
  deps: YearPlanDeps,
  actor: Actor,
  { planId, item, reason: why }: HttpParsedInput<'year-plan.add-item'>,
): Promise<HttpOutput<'year-plan.add-item'>> {
  return writing(deps, actor, { planId, needs }, async (writes, { head, studio }) => {
    assertItem(item, { year: head.year, studioKind: studio.kind })
    const reason = reasonOf(head.state, why)
    const itemId = deps.ids.next()
    await writes.addItem(planId, { ...item, id: itemId })
    await recordChange(deps, actor, writes, { head, kind: 'added', before: null, after: item, reason })
    return { itemId }
  })
}

export async function changeItem(
  deps: YearPlanDeps,
  actor: Actor,
  { planId, itemId, version, item, reason: why }: HttpParsedInput<'year-plan.change-item'>,
): Promise<HttpOutput<'year-plan.change-item'>> {
  return writing(deps, actor, { planId, needs }, async (writes, { head, studio }) => {
    assertItem(item, { year: head.year, studioKind: studio.kind })
    const reason = reasonOf(head.state, why)
    const before = await writes.item(itemId, { planId })
    if (before === null || !(await writes.changeItem(itemId, { planId, version, item }))) throw changedSince()
    await recordChange(deps, actor, writes, { head, kind: 'changed', before, after: item, reason })
    return {}
  })
}

export async function removeItem(
  deps: YearPlanDeps,
  actor: Actor,
  { planId, itemId, version, reason: why }: HttpParsedInput<'year-plan.remove-item'>,
): Promise<HttpOutput<'year-plan.remove-item'>> {
  return writing(deps, actor, { planId, needs }, async (writes, { head }) => {
    const reason = reasonOf(head.state, why)
    const before = await writes.item(itemId, { planId })
    if (before === null || !(await writes.removeItem(itemId, { planId, version }))) throw changedSince()
    await recordChange(deps, actor, writes, { head, kind: 'removed', before, after: null, reason })
    return {}
  })
}
