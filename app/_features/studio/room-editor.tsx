'use client'

import { lazy, Suspense, useState } from 'react'
import type { StudioRoom } from '#core/contract/studio-room.ts'
import { buttonStyle } from '#app/_ui/button-style.ts'

// Fetched by the master who presses: visitors' pages do not carry it.
const RoomDialog = lazy(() => import('./room-dialog.tsx').then(({ RoomDialog: component }) => ({ default: component })))

export type RoomEditorProps = {
  room: StudioRoom
  save: (room: StudioRoom) => Promise<{ failure: string } | undefined>
  texts: Record<
    | 'edit'
    | 'title'
    | 'place'
    | 'plateOn'
    | 'equipment'
    | 'equipmentHint'
    | 'books'
    | 'save'
    | 'busy'
    | 'keep'
    | 'wrong',
    string
  >
}

/** What the host school has set up, for the studio's master. */
export function RoomEditor(props: RoomEditorProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setIsOpen(true)} className={buttonStyle({ size: 'small' })}>
        {props.texts.edit}
      </button>
      {isOpen && (
        <Suspense>
          <RoomDialog {...props} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
