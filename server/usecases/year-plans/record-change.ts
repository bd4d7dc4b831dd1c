import type { AuditAction } from '#core/contract/audit.ts'
import type { PlanChange, YearPlanItemInput } from '#core/contract/year-plans.ts'
import { personIdOf, type Actor } from '#core/domain/policy/actor.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import { groupOf } from './group-of.ts'
import { subjectOf, type YearPlanDeps } from './plan-door.ts'
import type { PlanHead, YearPlanWrites } from './ports.ts'

const ACTIONS = {
  added: 'year-plan.add-item',
  changed: 'year-plan.change-item',
  removed: 'year-plan.remove-item',
} as const satisfies Record<PlanChange['kind'], AuditAction>

interface ItemChange {
  head: PlanHead
  kind: PlanChange['kind']
  before: YearPlanItemInput | null
  after: YearPlanItemInput | null
  /** Null: the plan is not filed yet. */
  reason: string | null
}

/** On record; and where the plan was filed, marked in it, and told to who filed it unless they have changes to read already. */
export async function recordChange(
  deps: YearPlanDeps,
  actor: Actor,
  writes: YearPlanWrites,
  { head, kind, before, after, reason }: ItemChange,
): Promise<void> {
  const why: Record<string, string> = reason === null ? {} : { reason }
  await writes.audit.write(
    auditEntry(actor, {
      action: ACTIONS[kind],
      subject: subjectOf(head.id),
      before: before === null ? null : factsOf(before),
      after: after === null ? why : { ...factsOf(after), ...why },
    }),
  )
  if (reason === null) return
  const title = (after ?? before)?.title ?? ''
  const at = { id: deps.ids.next(), atEpochMs: deps.clock.nowEpochMs(), actorId: personIdOf(actor) }
  await writes.addChange(head.id, { ...at, kind, title, reason })
  if (head.filedById === null || head.unseenChanges > 0) return
  const { name } = await groupOf(deps, head.studioId)
  const params = { studioId: head.studioId, studioName: name, year: head.year, title, reason }
  await writes.notifications.add([{ personId: head.filedById, kind: 'year-plan.changed', params }])
}

const factsOf = ({ title, kind, month, day, place, hours }: YearPlanItemInput): Record<string, string> => ({
  ...{ title, kind, place },
  month: String(month),
  day: day === null ? '' : String(day),
  hours: String(hours),
})
