import type { ErrorCode } from '#core/contract/errors.ts'
import { RequestError } from './request-error.ts'

export type DraftStatus =
  /** Null: nothing was typed since the page was opened. */
  | { kind: 'saved'; atEpochMs: number | null }
  | { kind: 'typed' }
  | { kind: 'saving' }
  /** Tried again by itself; what was typed is kept in this browser. */
  | { kind: 'unsent' }
  /** Changed elsewhere: somebody must choose. */
  | { kind: 'conflict' }
  | { kind: 'refused'; code: ErrorCode }

export interface DraftSnapshot<Form> {
  form: Form
  version: number
  /** Null until it was saved for the first time. */
  id: string | null
  status: DraftStatus
}

interface DraftKeeperOptions<Form> {
  start: { form: Form; version: number; id: string | null }
  save: (draft: { form: Form; version: number }) => Promise<{ id: string; version: number }>
  /** A copy that outlives the page, until the server has it; null: no longer needed. */
  keepCopy: (draft: { form: Form; version: number } | null) => void
  nowEpochMs: () => number
}

const SAVE_AFTER_MS = 800
const TRY_AGAIN_AFTER_MS = 3_000

/** Saves what is typed a little after the last key, one request at a time, each with the version that it stands on. */
export class DraftKeeper<Form extends object> {
  #snapshot: DraftSnapshot<Form>
  readonly #options: DraftKeeperOptions<Form>
  readonly #listeners = new Set<() => void>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<void> | null = null

  constructor(options: DraftKeeperOptions<Form>) {
    this.#options = options
    this.#snapshot = { ...options.start, status: { kind: 'saved', atEpochMs: null } }
  }

  /** For `useSyncExternalStore`. */
  readonly snapshot = (): DraftSnapshot<Form> => this.#snapshot
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  change(patch: Partial<Form>): void {
    const form = { ...this.#snapshot.form, ...patch }
    const { status, version } = this.#snapshot
    this.#options.keepCopy({ form, version })
    // What was changed elsewhere is not overwritten before somebody has chosen.
    this.#set({ form, status: status.kind === 'conflict' ? status : { kind: 'typed' } })
    if (status.kind !== 'conflict') this.#saveAfter(SAVE_AFTER_MS)
  }

  /** What was kept in this browser stands on a version that is no longer the newest. */
  bringBack(form: Form): void {
    this.#set({ form, status: { kind: 'conflict' } })
  }

  /** What stands here is to stand, over the version that was found. */
  async insist(found: { version: number; id: string | null }): Promise<boolean> {
    this.#set({ ...found, status: { kind: 'typed' } })
    return this.settle()
  }

  /** Saves at once what is not; answers whether everything is on the server's disk. */
  async settle({ evenUntouched = false } = {}): Promise<boolean> {
    // What nobody has typed into is on no disk.
    if (evenUntouched && this.#snapshot.id === null && this.#snapshot.status.kind === 'saved') this.change({})
    for (;;) {
      clearTimeout(this.#timer)
      if (this.#saving !== null) await this.#saving
      else if (this.#snapshot.status.kind === 'saved') return true
      else if (this.#snapshot.status.kind === 'conflict') return false
      else {
        await this.#save()
        const { kind } = this.#snapshot.status
        if (kind === 'unsent' || kind === 'refused') return false
      }
    }
  }

  /** Idempotent. What is not saved stays in the copy. */
  close(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #set(change: Partial<DraftSnapshot<Form>>): void {
    this.#snapshot = { ...this.#snapshot, ...change }
    for (const listener of this.#listeners) listener()
  }

  #saveAfter(delayMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#save(), delayMs)
  }

  async #save(): Promise<void> {
    if (this.#saving !== null) {
      await this.#saving
      return
    }
    this.#saving = this.#send()
    await this.#saving
    this.#saving = null
    const { kind } = this.#snapshot.status
    if (kind === 'typed') this.#saveAfter(SAVE_AFTER_MS)
    else if (kind === 'unsent') this.#saveAfter(TRY_AGAIN_AFTER_MS)
  }

  async #send(): Promise<void> {
    const { form, version } = this.#snapshot
    this.#set({ status: { kind: 'saving' } })
    try {
      const saved = await this.#options.save({ form, version })
      const isNewest = this.#snapshot.form === form
      this.#options.keepCopy(isNewest ? null : { form: this.#snapshot.form, version: saved.version })
      const status = isNewest
        ? { kind: 'saved' as const, atEpochMs: this.#options.nowEpochMs() }
        : { kind: 'typed' as const }
      this.#set({ ...saved, status })
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      this.#set({ status: statusAfter(error) })
    }
  }
}

function statusAfter({ code }: RequestError): DraftStatus {
  if (code === 'CONFLICT') return { kind: 'conflict' }
  if (code === 'UNAVAILABLE' || code === 'RATE_LIMITED' || code === 'INTERNAL') return { kind: 'unsent' }
  return { kind: 'refused', code }
}
