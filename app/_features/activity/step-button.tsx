'use client'

import { useState, useTransition } from 'react'
import { buttonStyle } from '#app/_ui/button-style.ts'
import type { ButtonLook } from '#app/_ui/button-style.ts'

/** What a step of an activity answers: nothing, or why not. */
export type StepResult = { failure: string } | undefined

type StepButtonProps = {
  take: () => Promise<StepResult>
  texts: { label: string; busy: string }
  look: Pick<ButtonLook, 'size' | 'isWide'>
}

/** The filled button that does something (发布, 报名), and what stands in its way. A plain one: every visitor's page carries this script. */
export function StepButton({ take, texts, look }: StepButtonProps) {
  const [failure, setFailure] = useState<string>()
  const [isBusy, startTransition] = useTransition()
  const press = () => {
    if (!isBusy) startTransition(async () => setFailure((await take())?.failure))
  }
  return (
    <>
      <button
        type="button"
        onClick={press}
        aria-disabled={isBusy}
        className={buttonStyle({ tone: 'primary', ...look })}
      >
        {isBusy ? texts.busy : texts.label}
      </button>
      {failure !== undefined && (
        <p role="alert" className="mt-2 text-meta text-ochre">
          {failure}
        </p>
      )}
    </>
  )
}
