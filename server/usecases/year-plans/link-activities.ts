import { z } from 'zod'
import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import { spanOfYear } from '#core/domain/activity/city-calendar.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import { cutPage, decodeCursor } from '../cursor.ts'
import { changedSince, findPlan, subjectOf, writing, type YearPlanDeps } from './plan-door.ts'
import { presentLinked } from './present-year-plan.ts'

const needs = 'studio.write-year-plan'
/** What became of an item is no change of what was planned: it may be said in every state. */
const assertState = () => undefined
const position = z.tuple([z.number(), z.string()])

export async function listLinkable(
  deps: YearPlanDeps,
  actor: Actor,
  { planId, cursor, limit }: HttpParsedInput<'year-plan.linkable'>,
): Promise<HttpOutput<'year-plan.linkable'>> {
  const { head, studio } = await findPlan(deps, planId)
  assertCan(actor, needs, studio.resource)
  const after = cursor === undefined ? null : decodeCursor(cursor, position)
  const within = spanOfYear(head.year)
  const found = await deps.plans.linkable({ studioId: head.studioId, within, after, limit: limit + 1 })
  const positionOf = ({ startsAtEpochMs, id }: { startsAtEpochMs: number; id: string }) => [startsAtEpochMs, id]
  const { rows, nextCursor } = cutPage(found, { limit, positionOf })
  return { items: rows.map(presentLinked), nextCursor }
}

export async function linkActivity(
  deps: YearPlanDeps,
  actor: Actor,
  { planId, itemId, activityId }: HttpParsedInput<'year-plan.link'>,
): Promise<HttpOutput<'year-plan.link'>> {
  return writing(deps, actor, { planId, needs, assertState }, async (writes, { head }) => {
    const item = await writes.item(itemId, { planId })
    if (item === null) throw changedSince()
    const activity = await writes.activity(activityId, { studioId: head.studioId })
    if (activity === null) throw new AppError('NOT_FOUND', '工作室没有这场活动。')
    if (activity.itemId === itemId) return {}
    if (!(await writes.link(activityId, { itemId }))) throw new AppError('CONFLICT', '这场活动已经归到计划的另一项。')
    const after = { title: item.title, name: activity.title }
    await writes.audit.write(
      auditEntry(actor, { action: 'year-plan.link', subject: subjectOf(planId), before: null, after }),
    )
    return {}
  })
}

export async function unlinkActivity(
  deps: YearPlanDeps,
  actor: Actor,
  { planId, itemId, activityId }: HttpParsedInput<'year-plan.unlink'>,
): Promise<HttpOutput<'year-plan.unlink'>> {
  return writing(deps, actor, { planId, needs, assertState }, async (writes, { head }) => {
    const item = await writes.item(itemId, { planId })
    const activity = await writes.activity(activityId, { studioId: head.studioId })
    if (item === null || activity === null || !(await writes.unlink(activityId, { itemId }))) throw changedSince()
    const before = { title: item.title, name: activity.title }
    await writes.audit.write(
      auditEntry(actor, { action: 'year-plan.unlink', subject: subjectOf(planId), before, after: null }),
    )
    return {}
  })
}
