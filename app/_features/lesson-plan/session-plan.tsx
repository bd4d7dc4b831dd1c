'use client'

import type { ReplayPlan } from '#core/contract/replay.ts'
import { PlanHistory } from '#core/lesson-plan/plan-history.ts'
import { PlanAtMoment, type PlanAtMomentProps } from './plan-at-moment.tsx'

/** Reading a plan's whole log takes a moment: once for each that arrives, also when its place on the page changes. */
const histories = new WeakMap<ReplayPlan, PlanHistory>()

function historyOf(plan: ReplayPlan): PlanHistory {
  const known = histories.get(plan)
  if (known !== undefined) return known
  const history = new PlanHistory(plan)
  histories.set(plan, history)
  return history
}

export type SessionPlanProps = { plan: ReplayPlan } & Omit<PlanAtMomentProps, 'history'>

/** The plan of a session at one of its moments, read from the log as it came from the server. */
export function SessionPlan({ plan, ...moment }: SessionPlanProps) {
  return <PlanAtMoment history={historyOf(plan)} {...moment} />
}
