import { activityState } from '#core/contract/activity.ts'
import { yearPlanState } from '#core/contract/year-plans.ts'
import type { LinkedActivityRow, PlanHead } from '#server/usecases/year-plans/ports.ts'

export const planHeadSelect = {
  ...{ id: true, studioId: true, year: true, state: true, version: true },
  ...{ filedById: true, unseenChanges: true },
} as const

type HeadRow = Omit<PlanHead, 'state'> & { state: string }

export const toPlanHead = ({ id, studioId, year, state, version, filedById, unseenChanges }: HeadRow) =>
  ({
    ...{ id, studioId, year, version, filedById, unseenChanges },
    state: yearPlanState.parse(state),
  }) satisfies PlanHead

export const linkedSelect = { id: true, title: true, startsAt: true, state: true } as const

type LinkedRow = { id: string; title: string; startsAt: Date; state: string }

export const toLinked = ({ startsAt, state, ...activity }: LinkedRow): LinkedActivityRow => ({
  ...activity,
  startsAtEpochMs: startsAt.getTime(),
  state: activityState.parse(state),
})
