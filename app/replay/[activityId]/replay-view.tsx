'use client'

import { PlanAtMoment } from '#app/_features/lesson-plan/index.ts'
import { ReplayScreen, type ReplayScreenProps } from '#app/_features/replay/index.ts'

const renderPlan: ReplayScreenProps['renderPlan'] = (history, slot) => <PlanAtMoment history={history} {...slot} />

/** Two features that do not know of each other: the replay and the plan at one of its seconds. */
export function ReplayView(props: Omit<ReplayScreenProps, 'renderPlan'>) {
  return <ReplayScreen {...props} renderPlan={renderPlan} />
}
