'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'

type ConfirmDialogProps = {
  isOpen: boolean
  onClose: () => void
  title: string
  children: ReactNode
  confirmLabel: string
  isDangerous?: boolean
  onConfirm: () => void
}

/** Asks once more, the way back first. */
export function ConfirmDialog({
  isOpen,
  onClose,
  title,
  children,
  confirmLabel,
  isDangerous,
  onConfirm,
}: ConfirmDialogProps) {
  const t = useTranslations('room')
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      role="alertdialog"
      title={title}
      actions={(close) => (
        <>
          <Button onPress={close}>{t('cancel')}</Button>
          <Button
            tone={isDangerous === true ? 'danger' : 'primary'}
            onPress={() => {
              onConfirm()
              close()
            }}
          >
            {confirmLabel}
          </Button>
        </>
      )}
    >
      {children}
    </Dialog>
  )
}
