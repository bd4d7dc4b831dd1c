'use client'

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import { useScopedTheme } from './theme-scope.tsx'

export type SheetProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: string
  /** The name of the button that closes it. */
  closeLabel: string
  children: ReactNode
  className?: string
}

/** A side panel of 404 px; on phones a sheet from the bottom, at most 85 % high. */
export function Sheet({ isOpen, onOpenChange, title, closeLabel, children, className }: SheetProps) {
  const theme = useScopedTheme()
  return (
    <ModalOverlay
      {...theme}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="group fixed inset-0 z-50 flex items-end bg-scrim transition-opacity duration-(--t-2) entering:opacity-0 exiting:opacity-0 desk:items-stretch desk:justify-end"
    >
      <Modal
        className={classNames(
          'flex flex-col bg-sheet shadow-float transition-transform duration-(--t-2) ease-calm',
          'phone:max-h-[85dvh] phone:w-full phone:rounded-t-tile phone:entering:translate-y-8 phone:exiting:translate-y-8',
          'desk:w-101 desk:entering:translate-x-8 desk:exiting:translate-x-8',
          className,
        )}
      >
        <AriaDialog className="flex min-h-0 flex-1 flex-col outline-none">
          <header className="flex items-center justify-between gap-3 border-b border-line py-2 pr-2 pl-5">
            <Heading slot="title" className="font-song text-[1.0625rem] leading-6 font-semibold">
              {title}
            </Heading>
            <IconButton slot="close" icon={X} label={closeLabel} />
          </header>
          <div className="min-h-0 flex-1 overflow-auto px-5 py-4 pb-[max(1rem,env(safe-area-inset-bottom))]">
            {children}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
