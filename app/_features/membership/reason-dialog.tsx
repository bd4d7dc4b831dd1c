'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'

type ReasonDialogProps = {
  title: string
  text: string
  submit: string
  /** Without it the button does nothing. */
  isNeeded: boolean
  onSubmit: (reason: string) => void
  onClose: () => void
}

/** What cannot be taken back is asked for, with a reason. */
export function ReasonDialog({ title, text, submit, isNeeded, onSubmit, onClose }: ReasonDialogProps) {
  const t = useTranslations('membership.reason')
  const [reason, setReason] = useState('')
  const words = reason.trim()
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={title}
      actions={
        <>
          <Button tone="ghost" onPress={onClose}>
            {t('keep')}
          </Button>
          <Button tone="danger" isDisabled={isNeeded && words === ''} onPress={() => onSubmit(words)}>
            {submit}
          </Button>
        </>
      }
    >
      <p className="pb-3 text-ink-2">{text}</p>
      <TextArea
        label={isNeeded ? t('label') : t('optional')}
        rows={2}
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
    </Dialog>
  )
}
