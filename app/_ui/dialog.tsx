'use client'

import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { classNames } from './class-names.ts'
import { useScopedTheme } from './theme-scope.tsx'

export type DialogProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: string
  /** Says what will happen and what is kept. */
  children: ReactNode
  /** Buttons at the foot, the way back first. Given a function, it receives `close`. */
  actions?: ReactNode | ((close: () => void) => ReactNode)
  /** `alertdialog` for a question that interrupts; a press outside then does not close it. */
  role?: 'dialog' | 'alertdialog'
  width?: 'normal' | 'wide'
  className?: string
}

/** A question in the middle of the page. Focus stays inside and returns to where it was. */
export function Dialog(props: DialogProps) {
  const { isOpen, onOpenChange, title, children, actions, role = 'dialog', width = 'normal', className } = props
  const theme = useScopedTheme()
  return (
    <ModalOverlay
      {...theme}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={role === 'dialog'}
      className="fixed inset-0 z-50 grid place-items-center bg-scrim p-4 transition-opacity duration-(--t-2) entering:opacity-0 exiting:opacity-0"
    >
      <Modal
        className={classNames(
          'max-h-[calc(100dvh-2rem)] w-full overflow-auto rounded-tile bg-sheet shadow-float',
          width === 'normal' ? 'max-w-110' : 'max-w-180',
          className,
        )}
      >
        <AriaDialog role={role} className="px-6 pt-6 pb-5 outline-none">
          {({ close }) => (
            <DialogMatter title={title} actions={typeof actions === 'function' ? actions(close) : actions}>
              {children}
            </DialogMatter>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

type DialogMatterProps = { title: string; actions?: ReactNode; children: ReactNode }

function DialogMatter({ title, actions, children }: DialogMatterProps) {
  return (
    <>
      <Heading slot="title" className="mb-1 font-song text-h3 font-semibold text-ink">
        {title}
      </Heading>
      <div className="text-lead text-balance text-ink-2">{children}</div>
      {actions !== undefined && <div className="mt-5 flex flex-wrap justify-end gap-3">{actions}</div>}
    </>
  )
}
