'use client'

import { useState, useTransition } from 'react'
import { buttonStyle } from '#app/_ui/button-style.ts'

/** What a step of an activity answers: nothing, or why not. */
export type StepResult = { failure: string } | undefined

type PublishButtonProps = { publish: () => Promise<StepResult>; texts: { publish: string; busy: string } }

/** 发布, and what stands in its way. A plain button: every visitor's page carries this script. */
export function PublishButton({ publish, texts }: PublishButtonProps) {
  const [failure, setFailure] = useState<string>()
  const [isBusy, startTransition] = useTransition()
  const press = () => startTransition(async () => setFailure((await publish())?.failure))
  return (
    <>
      <button
        type="button"
        onClick={press}
        aria-disabled={isBusy}
        className={buttonStyle({ tone: 'primary', size: 'big', isWide: true })}
      >
        {isBusy ? texts.busy : texts.publish}
      </button>
      {failure !== undefined && (
        <p role="alert" className="mt-2 text-meta text-ochre">
          {failure}
        </p>
      )}
    </>
  )
}
