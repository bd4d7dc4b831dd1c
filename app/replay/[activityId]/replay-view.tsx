'use client'

import dynamic from 'next/dynamic'
import { ReplayScreen, type ReplayScreenProps } from '#app/_features/replay/index.ts'

/** Not by the feature's index, which holds the editor: nobody writes here. The picture does not wait for it. */
const SessionPlan = dynamic(
  () => import('#app/_features/lesson-plan/session-plan.tsx').then((file) => file.SessionPlan),
  { ssr: false },
)

const renderPlan: ReplayScreenProps['renderPlan'] = (plan, slot) => <SessionPlan plan={plan} {...slot} />

/** Two features that do not know of each other: the replay and the plan at one of its seconds. */
export function ReplayView(props: Omit<ReplayScreenProps, 'renderPlan'>) {
  return <ReplayScreen {...props} renderPlan={renderPlan} />
}
