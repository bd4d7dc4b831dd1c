import { z } from 'zod'
import { activityKind } from './activity.ts'
import { cursor, id, paragraph } from './fields.ts'
import {
  changeReason,
  goalsText,
  linkedActivity,
  memberLoad,
  planYear,
  yearPlan,
  yearPlanCard,
  yearPlanFilter,
  yearPlanItemInput,
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
      may: z.object({
        /** `after-filing`: with a reason, and told to the office. */
        write: z.enum(['no', 'yes', 'after-filing']),
        claim: z.boolean(),
        file: z.boolean(),
        link: z.boolean(),
        noteChanges: z.boolean(),
      }),
    }),
  },
  'year-plan.begin': { input: z.object({ studioId: id, year: planYear }), output: z.object({ planId: id }) },
  'year-plan.set-goals': { input: plan.extend({ goals: goalsText }), output: nothing },
  'year-plan.add-item': {
    input: z.object({ planId: id, item: yearPlanItemInput, reason: changeReason }),
    output: z.object({ itemId: id }),
  },
  'year-plan.change-item': {
    input: z.object({ planId: id, itemId: id, version, item: yearPlanItemInput, reason: changeReason }),
    output: nothing,
  },
  /** With its tasks. */
  'year-plan.remove-item': {
    input: z.object({ planId: id, itemId: id, version, reason: changeReason }),
    output: nothing,
  },
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
  /** The studio's activities of that year that belong to no item, newest first: what an item can be linked with. */
  'year-plan.linkable': {
    input: z.object({
      planId: id,
      cursor,
      limit: z.number().int().min(1).max(60).default(30),
    }),
    output: z.object({ items: z.array(linkedActivity), nextCursor: z.string().nullable() }),
  },
  /** Once more is no fault; one that belongs to another item is `CONFLICT`. */
  'year-plan.link': { input: z.object({ planId: id, itemId: id, activityId: id }), output: nothing },
  'year-plan.unlink': { input: z.object({ planId: id, itemId: id, activityId: id }), output: nothing },
  'year-plan.submit': { input: plan, output: nothing },
  'year-plan.file': { input: plan, output: nothing },
  'year-plan.return': {
    input: plan.extend({ mend: paragraph(400).refine((text) => text !== '', '请写明要改什么。') }),
    output: nothing,
  },
  /** The office has read what was changed after filing. `seen`: how many; others that came meanwhile are `CONFLICT`. */
  'year-plan.note-changes': { input: z.object({ planId: id, seen: z.number().int().positive() }), output: nothing },
  /** Of the whole city, oldest first; drafts are nobody's business yet. */
  'year-plans.list': {
    input: z.object({
      year: planYear,
      show: yearPlanFilter,
      cursor,
      limit: z.number().int().min(1).max(60).default(30),
    }),
    output: z.object({
      items: z.array(yearPlanCard),
      nextCursor: z.string().nullable(),
      counts: z.record(yearPlanFilter, z.number().int()),
    }),
  },
} as const
