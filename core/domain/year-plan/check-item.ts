import { AppError } from '#core/contract/errors.ts'
import type { YearPlanItemInput } from '#core/contract/year-plans.ts'
import { STUDIO_KINDS } from '../activity/activity-kinds.ts'

/** Throws `INVALID` for a day that its month does not have, and for a kind that the studio does not hold. */
export function assertItem(
  { kind, month, day }: YearPlanItemInput,
  { year, studioKind }: { year: number; studioKind: keyof typeof STUDIO_KINDS },
): void {
  if (!STUDIO_KINDS[studioKind].includes(kind))
    throw new AppError('INVALID', '工作室不办这一类活动。', { field: 'item.kind' })
  if (day !== null && day > daysIn(year, month))
    throw new AppError('INVALID', `${month} 月没有 ${day} 日。`, { field: 'item.day' })
}

/** Day 0 of the month after. */
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
