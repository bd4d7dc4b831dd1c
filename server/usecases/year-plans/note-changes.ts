import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import { changedSince, findPlan, subjectOf, type YearPlanDeps } from './plan-door.ts'

/** 知悉: the office has read what was changed after filing; the next change is told anew. */
export async function noteChanges(
  deps: YearPlanDeps,
  actor: Actor,
  { planId, seen }: HttpParsedInput<'year-plan.note-changes'>,
): Promise<HttpOutput<'year-plan.note-changes'>> {
  assertCan(actor, 'city.file-year-plans', { kind: 'city' })
  await findPlan(deps, planId)
  await deps.transactions.run(async (writes) => {
    await writes.lock(planId)
    if (!(await writes.noteChanges(planId, { seen }))) throw changedSince()
    const entry = { action: 'year-plan.note-changes' as const, subject: subjectOf(planId), before: null, after: null }
    await writes.audit.write(auditEntry(actor, entry))
  })
  return {}
}
