import type { PlanListQuery } from '#server/usecases/year-plans/ports.ts'
import type { Prisma } from './generated/client.ts'

/** The plans that a filter of the office shows. */
export function plansShown({ year, show, today }: PlanListQuery): Prisma.YearPlanWhereInput {
  switch (show) {
    case 'submitted':
    case 'returned':
    case 'filed':
      return { year, state: show }
    case 'changed':
      return { year, unseenChanges: { gt: 0 } }
    case 'late':
      return { year, state: 'filed', items: { some: late(year, today) } }
    default:
      return show satisfies never
  }
}

/** The same as `late` of core/domain/year-plan/progress; the integration test holds the two together. */
function late(year: number, today: PlanListQuery['today']): Prisma.YearPlanItemWhereInput {
  const unheld: Prisma.YearPlanItemWhereInput = {
    links: { none: { activity: { state: { in: ['ended', 'live'] } } } },
  }
  if (year > today.year) return { id: { in: [] } }
  if (year < today.year) return unheld
  return { ...unheld, OR: [{ month: { lt: today.month } }, { month: today.month, day: { lt: today.day } }] }
}
