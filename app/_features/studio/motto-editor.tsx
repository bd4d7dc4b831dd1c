'use client'

import { useState, useTransition } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'

export type MottoTexts = {
  edit: string
  title: string
  label: string
  hint: string
  save: string
  busy: string
  keep: string
}

type MottoEditorProps = {
  motto: string
  save: (motto: string) => Promise<{ failure: string } | undefined>
  texts: MottoTexts
}

/** The studio's own sentence, for its master. What was typed stays when saving fails. */
export function MottoEditor({ motto, save, texts }: MottoEditorProps) {
  const [isOpen, setIsOpen] = useState(false)
  const [text, setText] = useState(motto)
  const [failure, setFailure] = useState<string>()
  const [isBusy, startTransition] = useTransition()
  const submit = () =>
    startTransition(async () => {
      const result = await save(text)
      setFailure(result?.failure)
      if (result === undefined) setIsOpen(false)
    })
  return (
    <>
      <Button tone="ghost" onPress={() => setIsOpen(true)}>
        {texts.edit}
      </Button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title={texts.title}
        actions={
          <>
            <Button tone="ghost" onPress={() => setIsOpen(false)}>
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
    </>
  )
}
