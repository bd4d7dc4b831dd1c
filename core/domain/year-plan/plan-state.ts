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

/** While the office has it, and once it is filed, nothing of it changes: what was read is what is filed. */
export const isWritable = (state: YearPlanState): boolean => state === 'draft' || state === 'returned'

/** Throws `CONFLICT` with words for a teacher. */
export function assertWritable(state: YearPlanState): void {
  if (!isWritable(state)) throw new AppError('CONFLICT', `计划${WORDS[state]}，现在不能改。`)
}

/** Throws `CONFLICT` where product.md §4 has no such step. */
export function assertYearPlanStep(from: YearPlanState, to: YearPlanState): void {
  if (!TRANSITIONS[from].includes(to)) throw new AppError('CONFLICT', `计划${WORDS[from]}，不能改为${WORDS[to]}。`)
}
