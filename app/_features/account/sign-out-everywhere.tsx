'use client'

import { useState } from 'react'
import { httpRequest } from '#app/_client/http-client.ts'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import type { SignOutTexts } from './sign-out-buttons.tsx'

type SignOutEverywhereProps = { texts: SignOutTexts; onKeep: () => void }

/** Ends every session of the person, this one included. */
export function SignOutEverywhere({ texts, onKeep }: SignOutEverywhereProps) {
  const [state, setState] = useState<'asking' | 'signing-out' | 'failed'>('asking')
  const leave = async () => {
    setState('signing-out')
    try {
      await httpRequest('me.sign-out-everywhere', {})
      window.location.assign('/')
    } catch {
      setState('failed')
    }
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onKeep}
      role="alertdialog"
      title={texts.title}
      actions={
        <>
          <Button tone="ghost" onPress={onKeep}>
            {texts.keep}
          </Button>
          <Button
            tone="danger"
            onPress={() => void leave()}
            busyLabel={state === 'signing-out' ? texts.busy : undefined}
          >
            {texts.everywhere}
          </Button>
        </>
      }
    >
      <p>{texts.text}</p>
      {state === 'failed' && (
        <p role="alert" className="mt-2 text-ochre">
          {texts.failed}
        </p>
      )}
    </Dialog>
  )
}
