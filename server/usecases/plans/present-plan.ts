import * as Y from 'yjs'
import type { PlanBlock } from '#core/contract/plan-block.ts'
import { readPlanTree } from '#core/lesson-plan/plan-tree.ts'
import { seedPlan } from '#core/lesson-plan/template.ts'
import type { StoredPlan } from './ports.ts'

/** The blocks of a plan for reading. One that nobody has opened yet reads as its template: it is written when it is opened. */
export function presentPlan({ state, updates }: StoredPlan, { title }: { title: string }): PlanBlock[] {
  const doc = new Y.Doc()
  try {
    doc.transact(() => {
      if (state !== null) Y.applyUpdateV2(doc, state)
      for (const { update } of updates) Y.applyUpdateV2(doc, update)
    })
    if (state === null && updates.length === 0) seedPlan(doc, { title })
    return [...readPlanTree(doc)]
  } finally {
    doc.destroy()
  }
}
