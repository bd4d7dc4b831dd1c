import { AppError } from '#core/contract/errors.ts'
import type { YearPlanState } from '#core/contract/year-plans.ts'

const TRANSITIONS: Record<YearPlanState, readonly YearPlanState[]> = {
  draft: ['submitted'],
  submitted: ['filed', 'returned'],
  returned: ['submitted'],
  filed: [],
}

const WORDS: Record<YearPlanState, string> = {
  draft: '还在起草',
  submitted: '已提交',
  returned: '已退回',
  filed: '已备案',
}

export type WritingMode = 'no' | 'yes' | 'after-filing'

const WRITING: Record<YearPlanState, WritingMode> = {
  draft: 'yes',
  returned: 'yes',
  // What the office reads does not change under its eyes.
  submitted: 'no',
  filed: 'after-filing',
}

/** Whether the activities of a plan may change; after filing each change has a reason and is told to the office. */
export const writingMode = (state: YearPlanState): WritingMode => WRITING[state]

/** Throws `CONFLICT` with words for a teacher. */
export function assertWritable(state: YearPlanState): void {
  if (writingMode(state) === 'no') throw new AppError('CONFLICT', `计划${WORDS[state]}，现在不能改。`)
}

/** The goals were agreed upon: they stand once the plan is filed. Throws `CONFLICT`. */
export function assertGoalsWritable(state: YearPlanState): void {
  if (writingMode(state) !== 'yes') throw new AppError('CONFLICT', `计划${WORDS[state]}，目标现在不能改。`)
}

/** The reason of a change after filing, null before; throws `INVALID` where it is needed and missing. */
export function reasonOf(state: YearPlanState, reason: string | undefined): string | null {
  if (writingMode(state) !== 'after-filing') return null
  if (reason === undefined || reason === '')
    throw new AppError('INVALID', '计划已经备案，请写明为什么改。', { field: 'reason' })
  return reason
}

/** Throws `CONFLICT` where product.md §4 has no such step. */
export function assertYearPlanStep(from: YearPlanState, to: YearPlanState): void {
  if (!TRANSITIONS[from].includes(to)) throw new AppError('CONFLICT', `计划${WORDS[from]}，不能改为${WORDS[to]}。`)
}
