'use client'

import dynamic from 'next/dynamic'
import type { PlanPanelProps } from '#app/_features/lesson-plan/index.ts'

/** The editor is large and of no use before one sits in the room. */
const PlanPanel = dynamic(() => import('#app/_features/lesson-plan/index.ts').then(({ PlanPanel }) => PlanPanel), {
  ssr: false,
})

export function PlanSlot(props: PlanPanelProps) {
  return <PlanPanel {...props} />
}
