'use client'

import { useState, useTransition } from 'react'
import { Button } from '#app/_ui/button.tsx'

/** What a step of an activity answers: nothing, or why not. */
export type StepResult = { failure: string } | undefined

type PublishButtonProps = { publish: () => Promise<StepResult>; texts: { publish: string; busy: string } }

/** 发布, and what stands in its way. */
export function PublishButton({ publish, texts }: PublishButtonProps) {
  const [failure, setFailure] = useState<string>()
  const [isBusy, startTransition] = useTransition()
  const press = () => startTransition(async () => setFailure((await publish())?.failure))
  return (
    <>
      <Button tone="primary" size="big" isWide onPress={press} busyLabel={isBusy ? texts.busy : undefined}>
        {texts.publish}
      </Button>
      {failure !== undefined && (
        <p role="alert" className="mt-2 text-meta text-ochre">
          {failure}
        </p>
      )}
    </>
  )
}
