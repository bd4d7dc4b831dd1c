'use client'

import { ReplayScreen, type ReplayScreenProps } from '#app/_features/replay/index.ts'
import type { SessionPlanProps } from '#app/_features/lesson-plan/session-plan.tsx'
import { useLater } from '#app/_ui/use-later.ts'

/** Not by the feature's index, which holds the editor: nobody writes here. The picture does not wait for it. */
const loadSessionPlan = () => import('#app/_features/lesson-plan/session-plan.tsx')

const renderPlan: ReplayScreenProps['renderPlan'] = (plan, slot) => <PlanThen plan={plan} {...slot} />

/** Two features that do not know of each other: the replay and the plan at one of its seconds. */
export function ReplayView(props: Omit<ReplayScreenProps, 'renderPlan'>) {
  return <ReplayScreen {...props} renderPlan={renderPlan} />
}

function PlanThen(props: SessionPlanProps) {
  const plan = useLater(loadSessionPlan, { isNear: true })
  return plan === null ? null : <plan.SessionPlan {...props} />
}
