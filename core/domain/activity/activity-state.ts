import type { ActivityState } from '#core/contract/activity.ts'
import { AppError } from '#core/contract/errors.ts'

const TRANSITIONS: Record<ActivityState, readonly ActivityState[]> = {
  draft: ['published', 'cancelled'],
  published: ['live', 'draft', 'cancelled'],
  live: ['ended'],
  // A room that was ended by mistake, or a second evening: the same activity opens again.
  ended: ['live'],
  cancelled: ['draft'],
}

const WORDS: Record<ActivityState, string> = {
  draft: '草稿',
  published: '已发布',
  live: '进行中',
  ended: '已结束',
  cancelled: '已取消',
}

/** Throws `CONFLICT` with words for a teacher where product.md §4 has no such step. */
export function assertActivityStep(from: ActivityState, to: ActivityState): void {
  if (!TRANSITIONS[from].includes(to)) throw new AppError('CONFLICT', `活动${WORDS[from]}，不能改为${WORDS[to]}。`)
}
