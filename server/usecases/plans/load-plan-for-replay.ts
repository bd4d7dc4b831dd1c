import * as Y from 'yjs'
import type { ReplayPlan } from '#core/contract/replay.ts'
import type { PlanStore } from './ports.ts'

/**
 * The plan of a session: the document when it began, and every update until its end on the session's clock. Permission
 * is the caller's to ask. Null when the activity has no plan.
 */
export async function loadPlanForReplay(
  deps: { plans: PlanStore },
  session: { activityId: string; zeroEpochMs: number; endEpochMs: number },
): Promise<ReplayPlan | null> {
  const plan = await deps.plans.findByActivity(session.activityId)
  if (plan === null) return null
  const log = await deps.plans.log(plan.planId, { untilEpochMs: session.endEpochMs })
  const before = log.filter((entry) => entry.atEpochMs < session.zeroEpochMs)
  const during = log.filter((entry) => entry.atEpochMs >= session.zeroEpochMs)
  return {
    planId: plan.planId,
    base: base64(fold(before.map((entry) => entry.update))),
    updates: during.map(({ seq, atEpochMs, personId, name, colour, update }) => ({
      seq,
      atMs: atEpochMs - session.zeroEpochMs,
      personId,
      name,
      colour,
      update: base64(update),
    })),
  }
}

/** Through a document rather than by merging: what was deleted before the session does not travel. */
function fold(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => updates.forEach((update) => Y.applyUpdateV2(doc, update)))
  const state = Y.encodeStateAsUpdateV2(doc)
  doc.destroy()
  return state
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
