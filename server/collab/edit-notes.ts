import type { Log } from '#server/usecases/ports.ts'
import type { PlanEdit, PlanTimeline } from '#server/usecases/plans/ports.ts'

const MIN_INTERVAL_MS = 2_000

/**
 * Tells the timeline of edits: the first of an author at once, so that it stands at its second, then at most one per
 * two seconds, which stands for all in between.
 */
export class EditNotes {
  readonly #deps: { timeline: PlanTimeline; log: Log }
  readonly #authors = new Map<string, { timer: NodeJS.Timeout; waiting: PlanEdit | null }>()

  constructor(deps: { timeline: PlanTimeline; log: Log }) {
    this.#deps = deps
  }

  note(edit: PlanEdit): void {
    const author = this.#authors.get(edit.personId)
    if (author === undefined) this.#tell(edit)
    else author.waiting = edit
  }

  /** Tells what is still waiting. Idempotent. */
  close(): void {
    for (const { timer, waiting } of this.#authors.values()) {
      clearTimeout(timer)
      if (waiting !== null) this.#send(waiting)
    }
    this.#authors.clear()
  }

  #tell(edit: PlanEdit): void {
    this.#send(edit)
    const timer = setTimeout(() => this.#intervalOver(edit.personId), MIN_INTERVAL_MS)
    this.#authors.set(edit.personId, { timer, waiting: null })
  }

  #intervalOver(personId: string): void {
    const waiting = this.#authors.get(personId)?.waiting ?? null
    this.#authors.delete(personId)
    if (waiting !== null) this.#tell(waiting)
  }

  #send(edit: PlanEdit): void {
    const { timeline, log } = this.#deps
    void timeline.planEdited(edit).catch((err: unknown) => {
      log.warn({ err, activityId: edit.activityId }, 'plan_edit_not_noted')
    })
  }
}
