'use client'

import { useEffect, useState, useTransition } from 'react'
import type { StepResult } from './step-button.tsx'

type OwnRegistrationProps = {
  /** 您已报名。 Null for who has not registered. */
  standing: string | null
  mayCancel: boolean
  cancel: () => Promise<StepResult>
  restore: () => Promise<StepResult>
  /** How long cancelling can be taken back. */
  undoForMs: number
  texts: { cancel: string; cancelled: string; undo: string; busy: string }
}

type State = { status: 'still' } | { status: 'undoable' } | { status: 'failed'; message: string }

/** How one's own registration stands, with the way out, and back in for a while. */
export function OwnRegistration({ standing, mayCancel, cancel, restore, undoForMs, texts }: OwnRegistrationProps) {
  const [state, setState] = useState<State>({ status: 'still' })
  const [isBusy, startTransition] = useTransition()
  const isUndoable = state.status === 'undoable'
  useEffect(() => {
    if (!isUndoable) return
    const timer = setTimeout(() => setState({ status: 'still' }), undoForMs)
    return () => clearTimeout(timer)
  }, [isUndoable, undoForMs])

  const take = (step: typeof cancel, after: State) => {
    if (isBusy) return
    startTransition(async () => {
      const result = await step()
      setState(result === undefined ? after : { status: 'failed', message: result.failure })
    })
  }
  const words = isUndoable ? texts.cancelled : standing
  const hasButton = isUndoable || (standing !== null && mayCancel)
  return (
    <div role="status">
      {words !== null && (
        <p className="mt-3 flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <span>{words}</span>
          {hasButton && (
            // One button in both states: the focus stays on it.
            <button
              type="button"
              aria-disabled={isBusy}
              onClick={() => (isUndoable ? take(restore, { status: 'still' }) : take(cancel, { status: 'undoable' }))}
              className="touch-area text-meta text-ink-2 underline decoration-line-2 underline-offset-4 hovered:text-ink"
            >
              {isBusy ? texts.busy : isUndoable ? texts.undo : texts.cancel}
            </button>
          )}
        </p>
      )}
      {state.status === 'failed' && <p className="mt-2 text-meta text-ochre">{state.message}</p>}
    </div>
  )
}
