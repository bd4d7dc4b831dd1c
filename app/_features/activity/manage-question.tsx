'use client'

import { useState, useTransition } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import type { ManageStep, ManageTexts } from './manage-buttons.tsx'

type ManageQuestionProps = { step: ManageStep; texts: ManageTexts; onClose: () => void }

/** Asks whether the step is meant, takes it, and says why it was refused. */
export function ManageQuestion({ step, texts, onClose }: ManageQuestionProps) {
  const [failure, setFailure] = useState<string>()
  const [isBusy, startTransition] = useTransition()
  const run = () =>
    startTransition(async () => {
      const result = await step.run()
      setFailure(result?.failure)
      if (result === undefined) onClose()
    })
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      role="alertdialog"
      title={step.title}
      actions={
        <>
          <Button tone="ghost" onPress={onClose}>
            {texts.keep}
          </Button>
          <Button
            tone={step.isDangerous ? 'danger' : 'primary'}
            onPress={run}
            busyLabel={isBusy ? texts.busy : undefined}
          >
            {step.label}
          </Button>
        </>
      }
    >
      <p>{step.text}</p>
      {failure !== undefined && (
        <p role="alert" className="mt-2 text-ochre">
          {failure}
        </p>
      )}
    </Dialog>
  )
}
