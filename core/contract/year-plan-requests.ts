import { z } from 'zod'
import { activityKind } from './activity.ts'
import { id, paragraph } from './fields.ts'
import {
  goalsText,
  memberLoad,
  planYear,
  yearPlan,
  yearPlanCard,
  yearPlanItemInput,
  yearPlanState,
  yearPlanTaskInput,
} from './year-plans.ts'

const version = z.number().int().positive()
const nothing = z.object({})
const plan = z.object({ planId: id, version })

/** 年度活动计划. What was seen goes along as `version`: a row that somebody has changed since is `CONFLICT`. */
export const yearPlanRequests = {
  /** `plan` is null where nobody has begun one for the year. */
  'year-plan.get': {
    input: z.object({ studioId: id, year: planYear }),
    output: z.object({
      studio: z.object({ id, name: z.string() }),
      plan: yearPlan.nullable(),
      loads: z.array(memberLoad),
      kinds: z.array(activityKind),
      meId: id.nullable(),
      /** What the actor may do to the plan as it stands. */
      may: z.object({ write: z.boolean(), claim: z.boolean(), file: z.boolean() }),
    }),
  },
  'year-plan.begin': { input: z.object({ studioId: id, year: planYear }), output: z.object({ planId: id }) },
  'year-plan.set-goals': { input: plan.extend({ goals: goalsText }), output: nothing },
  'year-plan.add-item': { input: z.object({ planId: id, item: yearPlanItemInput }), output: z.object({ itemId: id }) },
  'year-plan.change-item': {
    input: z.object({ planId: id, itemId: id, version, item: yearPlanItemInput }),
    output: nothing,
  },
  /** With its tasks. */
  'year-plan.remove-item': { input: z.object({ planId: id, itemId: id, version }), output: nothing },
  'year-plan.add-task': {
    input: z.object({ planId: id, itemId: id, task: yearPlanTaskInput }),
    output: z.object({ taskId: id }),
  },
  'year-plan.change-task': {
    input: z.object({ planId: id, taskId: id, version, task: yearPlanTaskInput }),
    output: nothing,
  },
  'year-plan.remove-task': { input: z.object({ planId: id, taskId: id, version }), output: nothing },
  /** For oneself; one that somebody has is `CONFLICT`. */
  'year-plan.claim': { input: z.object({ planId: id, taskId: id, version }), output: nothing },
  /** One's own. */
  'year-plan.give-back': { input: z.object({ planId: id, taskId: id, version }), output: nothing },
  'year-plan.submit': { input: plan, output: nothing },
  'year-plan.file': { input: plan, output: nothing },
  'year-plan.return': {
    input: plan.extend({ mend: paragraph(400).refine((text) => text !== '', '请写明要改什么。') }),
    output: nothing,
  },
  /** Of the whole city, oldest first; drafts are nobody's business yet. */
  'year-plans.list': {
    input: z.object({
      year: planYear,
      state: yearPlanState.exclude(['draft']),
      cursor: z.string().max(200).optional(),
      limit: z.number().int().min(1).max(60).default(30),
    }),
    output: z.object({ items: z.array(yearPlanCard), nextCursor: z.string().nullable() }),
  },
} as const
