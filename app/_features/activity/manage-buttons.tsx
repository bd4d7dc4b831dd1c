'use client'

import { lazy, Suspense, useState } from 'react'
import { buttonStyle } from '#app/_ui/button-style.ts'
import type { StepResult } from './step-button.tsx'

// Fetched by the first who needs it: visitors' pages do not carry it.
const ManageQuestion = lazy(() =>
  import('./manage-question.tsx').then(({ ManageQuestion: component }) => ({ default: component })),
)

/** A step that is asked about before it is taken. */
export type ManageStep = {
  id: string
  label: string
  title: string
  text: string
  isDangerous: boolean
  run: () => Promise<StepResult>
}

export type ManageTexts = { keep: string; busy: string }

type ManageButtonsProps = { steps: readonly ManageStep[]; texts: ManageTexts }

/** What a host may undo: 撤回, 取消. Each asks first. */
export function ManageButtons({ steps, texts }: ManageButtonsProps) {
  const [asked, setAsked] = useState<ManageStep>()
  return (
    <>
      {steps.map((step) => (
        <button
          key={step.id}
          type="button"
          onClick={() => setAsked(step)}
          className={buttonStyle({ size: 'small', tone: 'ghost' })}
        >
          {step.label}
        </button>
      ))}
      {asked !== undefined && (
        <Suspense>
          <ManageQuestion step={asked} texts={texts} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </>
  )
}
