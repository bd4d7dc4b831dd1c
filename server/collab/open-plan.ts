import type { Document } from '@hocuspocus/server'
import * as Y from 'yjs'
import { planSearchText } from '#core/lesson-plan/plan-text.ts'
import type { PlanRecord, PlanStore } from '#server/usecases/plans/ports.ts'
import type { Clock, Log } from '#server/usecases/ports.ts'
import type { EditNotes } from './edit-notes.ts'
import { connectionsOf, sendTo, type PlanConnection } from './plan-connection.ts'
import { PlanWriter, type PendingUpdate } from './plan-writer.ts'

interface OpenPlanOptions {
  plan: PlanRecord
  document: Document
  lastSeq: number
  /** The stored state holds everything already. */
  isCompacted: boolean
  deps: { plans: PlanStore; clock: Clock; log: Log; notes: EditNotes }
}

/** One plan in memory: what of it is on disk, who has been told so, what it weighs. */
export class OpenPlan {
  readonly #options: OpenPlanOptions
  readonly #writer: PlanWriter
  /** Per connection, marks that wait for the updates added before them. */
  readonly #marks = new Map<PlanConnection, { mark: number; addedCount: number }[]>()
  #isDirty: boolean
  #savedAtEpochMs: number
  #sizeBytes: number

  constructor(options: OpenPlanOptions) {
    const { plan, lastSeq, deps, document } = options
    this.#options = options
    this.#isDirty = !options.isCompacted
    this.#savedAtEpochMs = plan.updatedAtEpochMs ?? deps.clock.nowEpochMs()
    this.#sizeBytes = Y.encodeStateAsUpdateV2(document).byteLength
    this.#writer = new PlanWriter({
      planId: plan.planId,
      lastSeq,
      deps,
      events: {
        onSaved: ({ updates, atEpochMs }) => this.#saved(updates, atEpochMs),
        onFailing: () => connectionsOf(document).forEach((to) => sendTo(to, { type: 'saving-failed' })),
      },
    })
  }

  /** What the document weighs, a little more than less. */
  get sizeBytes(): number {
    return this.#sizeBytes
  }

  add(update: PendingUpdate): void {
    this.#isDirty = true
    this.#sizeBytes += update.update.byteLength
    this.#writer.add(update)
  }

  /** Answers with a `saved` of this mark once everything added so far is on disk. */
  mark(connection: PlanConnection, mark: number): void {
    const addedCount = this.#writer.addedCount
    this.#marks.set(connection, [...(this.#marks.get(connection) ?? []), { mark, addedCount }])
    if (this.#writer.hasSaved(addedCount)) this.#answer(connection)
  }

  /** The log complete, then the compacted state. Waits for the log as long as the database is away. */
  async store(): Promise<void> {
    await this.#writer.flushed()
    if (!this.#isDirty) return
    const { plan, document, deps } = this.#options
    // Cleared before it is written: what changes meanwhile sets it again.
    this.#isDirty = false
    const state = Y.encodeStateAsUpdateV2(document)
    this.#sizeBytes = state.byteLength
    const compacted = {
      state,
      stateSeq: this.#writer.lastSeq,
      text: planSearchText(document),
      atEpochMs: this.#savedAtEpochMs,
    }
    try {
      await deps.plans.compact(plan.planId, compacted)
    } catch (err) {
      // The log has it all; the next change or the next opening compacts.
      this.#isDirty = true
      deps.log.warn({ err, planId: plan.planId }, 'plan_compaction_failed')
    }
  }

  /** As `store`, without the waits that serve to group. */
  close(): Promise<void> {
    this.#writer.hurry()
    return this.store()
  }

  #saved(updates: readonly PendingUpdate[], atEpochMs: number): void {
    this.#savedAtEpochMs = atEpochMs
    const { document, plan, deps } = this.#options
    const connections = connectionsOf(document)
    for (const connection of this.#marks.keys()) if (!connections.includes(connection)) this.#marks.delete(connection)
    for (const connection of connections) this.#answer(connection)
    for (const { personId, author, section } of updates) {
      if (personId === null || author === null || section === null) continue
      const { activityId } = plan
      deps.notes.note({ activityId, personId, ...author, section, updateSeq: this.#writer.lastSeq })
    }
  }

  #answer(connection: PlanConnection): void {
    const waiting = this.#marks.get(connection) ?? []
    const covered = waiting.filter(({ addedCount }) => this.#writer.hasSaved(addedCount))
    this.#marks.set(
      connection,
      waiting.filter((entry) => !covered.includes(entry)),
    )
    sendTo(connection, {
      type: 'saved',
      updateSeq: this.#writer.lastSeq,
      atEpochMs: this.#savedAtEpochMs,
      mark: covered.at(-1)?.mark ?? null,
    })
  }
}
