'use client'

import { useState, useTransition } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import type { StepResult } from './publish-button.tsx'

/** A step that is asked about before it is taken. */
export type ManageStep = {
  id: string
  label: string
  title: string
  text: string
  isDangerous: boolean
  run: () => Promise<StepResult>
}

type ManageButtonsProps = { steps: readonly ManageStep[]; texts: { keep: string; busy: string } }

/** What a host may undo: 撤回, 取消. Each asks first. */
export function ManageButtons({ steps, texts }: ManageButtonsProps) {
  const [asked, setAsked] = useState<ManageStep>()
  const [failure, setFailure] = useState<string>()
  const [isBusy, startTransition] = useTransition()
  const run = (step: ManageStep) =>
    startTransition(async () => {
      const result = await step.run()
      setFailure(result?.failure)
      if (result === undefined) setAsked(undefined)
    })
  const close = () => {
    setAsked(undefined)
    setFailure(undefined)
  }
  return (
    <>
      {steps.map((step) => (
        <Button key={step.id} size="small" tone="ghost" onPress={() => setAsked(step)}>
          {step.label}
        </Button>
      ))}
      {asked !== undefined && (
        <Dialog
          isOpen
          onOpenChange={close}
          role="alertdialog"
          title={asked.title}
          actions={
            <>
              <Button tone="ghost" onPress={close}>
                {texts.keep}
              </Button>
              <Button
                tone={asked.isDangerous ? 'danger' : 'primary'}
                onPress={() => run(asked)}
                busyLabel={isBusy ? texts.busy : undefined}
              >
                {asked.label}
              </Button>
            </>
          }
        >
          <p>{asked.text}</p>
          {failure !== undefined && (
            <p role="alert" className="mt-2 text-ochre">
              {failure}
            </p>
          )}
        </Dialog>
      )}
    </>
  )
}
