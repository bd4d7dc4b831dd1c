'use client'

import { useState, useTransition } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import type { MottoEditorProps } from './motto-editor.tsx'

/** What was typed stays when saving fails. */
export function MottoDialog({ motto, save, texts, onClose }: MottoEditorProps & { onClose: () => void }) {
  const [text, setText] = useState(motto)
  const [failure, setFailure] = useState<string>()
  const [isBusy, startTransition] = useTransition()
  const submit = () =>
    startTransition(async () => {
      const result = await save(text)
      setFailure(result?.failure)
      if (result === undefined) onClose()
    })
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={texts.title}
      actions={
        <>
          <Button tone="ghost" onPress={onClose}>
            {texts.keep}
          </Button>
          <Button tone="primary" onPress={submit} busyLabel={isBusy ? texts.busy : undefined}>
            {texts.save}
          </Button>
        </>
      }
    >
      <TextArea label={texts.label} hint={texts.hint} value={text} onChange={setText} error={failure} rows={2} />
    </Dialog>
  )
}
