import { yearPlanState } from '#core/contract/year-plans.ts'
import type { PlanHead } from '#server/usecases/year-plans/ports.ts'

export const planHeadSelect = { id: true, studioId: true, year: true, state: true, version: true } as const

export const toPlanHead = ({ id, studioId, year, state, version }: Omit<PlanHead, 'state'> & { state: string }) =>
  ({ id, studioId, year, version, state: yearPlanState.parse(state) }) satisfies PlanHead
