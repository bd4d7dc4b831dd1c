'use client'

import { lazy, Suspense, useState } from 'react'
import { buttonStyle } from '#app/_ui/button-style.ts'

// Fetched by the master who presses: visitors' pages do not carry it.
const MottoDialog = lazy(() =>
  import('./motto-dialog.tsx').then(({ MottoDialog: component }) => ({ default: component })),
)

export type MottoTexts = {
  edit: string
  title: string
  label: string
  hint: string
  save: string
  busy: string
  keep: string
}

export type MottoEditorProps = {
  motto: string
  save: (motto: string) => Promise<{ failure: string } | undefined>
  texts: MottoTexts
}

/** The studio's own sentence, for its master. */
export function MottoEditor(props: MottoEditorProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setIsOpen(true)} className={buttonStyle({ tone: 'ghost' })}>
        {props.texts.edit}
      </button>
      {isOpen && (
        <Suspense>
          <MottoDialog {...props} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
