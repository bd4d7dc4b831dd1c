import { isTransactionOrigin, type Document, type Extension } from '@hocuspocus/server'
import * as Y from 'yjs'
import { planClientMessage } from '#core/contract/plan.ts'
import { seedPlan } from '#core/lesson-plan/template.ts'
import { sectionsTouchedBy } from '#core/lesson-plan/touched-sections.ts'
import type { PlanStore, PlanUpdateDraft } from '#server/usecases/plans/ports.ts'
import type { Clock, Log } from '#server/usecases/ports.ts'
import { OpenPlan } from '../open-plan.ts'
import { Refusal, type PlanConnection, type PlanContext } from '../plan-connection.ts'
import type { EditNotes } from '../edit-notes.ts'

export interface PersistDeps {
  plans: PlanStore
  clock: Clock
  log: Log
  notes: EditNotes
}

/** Loads plans, keeps every update of them, and compacts what has gathered (decision 004). */
export class PlanPersistence {
  readonly #deps: PersistDeps
  readonly #open = new Map<string, OpenPlan>()

  constructor(deps: PersistDeps) {
    this.#deps = deps
  }

  /** The hooks for Hocuspocus. */
  readonly extension: Extension<PlanContext> = {
    extensionName: 'persist',
    onLoadDocument: async ({ document, context }) => {
      const { plan } = context
      const stored = await this.#load(plan.planId, { title: plan.title })
      document.transact(() => {
        if (stored.state !== null) Y.applyUpdateV2(document, stored.state)
        for (const { update } of stored.updates) Y.applyUpdateV2(document, update)
      })
      const open = new OpenPlan({
        plan,
        document,
        lastSeq: stored.lastSeq,
        isCompacted: stored.updates.length === 0,
        deps: this.#deps,
      })
      this.#open.set(document.name, open)
    },
    afterLoadDocument: ({ document }) => {
      document.on('updateV2', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
        this.#keep(document, { update, origin, section: sectionsTouchedBy(transaction)[0] ?? null })
      })
      return Promise.resolve()
    },
    onStateless: ({ documentName, connection, payload }) => {
      const message = planClientMessage.safeParse(parseJson(payload))
      if (message.success) this.#open.get(documentName)?.mark(connection, message.data.mark)
      return Promise.resolve()
    },
    onStoreDocument: async ({ documentName }) => this.#open.get(documentName)?.store(),
    afterUnloadDocument: ({ documentName }) => {
      this.#open.delete(documentName)
      return Promise.resolve()
    },
  }

  sizeBytesOf(documentName: string): number {
    return this.#open.get(documentName)?.sizeBytes ?? 0
  }

  /** Everything of every open plan on disk, as fast as it goes. Waits while the database is away. */
  async flush(): Promise<void> {
    await Promise.all([...this.#open.values()].map((open) => open.close()))
  }

  async #load(planId: string, { title }: { title: string }) {
    const { plans, clock, log } = this.#deps
    const seed = (): PlanUpdateDraft => ({ update: seedUpdate(title), personId: null, atEpochMs: clock.nowEpochMs() })
    const stored = await plans.open(planId, seed).catch((err: unknown) => {
      log.error({ err, planId }, 'plan_not_loaded')
      throw new Refusal('unavailable')
    })
    if (stored === null) throw new Refusal('not-found')
    return stored
  }

  #keep(
    document: Document,
    { update, origin, section }: { update: Uint8Array; origin: unknown; section: string | null },
  ) {
    const connection: PlanConnection | null =
      isTransactionOrigin(origin) && origin.source === 'connection' ? origin.connection : null
    const user = connection?.context.user ?? null
    this.#open.get(document.name)?.add({
      update,
      personId: user?.personId ?? null,
      author: user === null ? null : { name: user.name, colour: user.colour },
      section,
      atEpochMs: this.#deps.clock.nowEpochMs(),
    })
  }
}

function seedUpdate(title: string): Uint8Array {
  const doc = new Y.Doc()
  seedPlan(doc, { title })
  const update = Y.encodeStateAsUpdateV2(doc)
  doc.destroy()
  return update
}

/** Undefined for what is not JSON: a stateless message may be anything. */
function parseJson(payload: string): unknown {
  try {
    return JSON.parse(payload)
  } catch {
    return undefined
  }
}
