'use client'

import { useTranslations } from 'next-intl'
import { useShallow } from 'zustand/react/shallow'
import { useRoom } from '../session/seminar-context.tsx'
import { PagerButtons } from './pager-buttons.tsx'
import { tileOrder } from './stage-order.ts'
import { Tile } from './tile.tsx'
import { usePages } from './use-pages.ts'
import { useWidthClass } from './use-width-class.ts'

/** Six pictures at most are decoded at once, four on a phone. */
const TILES = { wide: 6, laptop: 6, phone: 4 } as const

/** All alike. */
export function GridLayout() {
  const t = useTranslations('room')
  const people = useRoom(useShallow(tileOrder))
  const pages = usePages(people, { size: TILES[useWidthClass()] })
  return (
    <div className="relative flex min-h-0 flex-1 flex-col phone:flex-none">
      <ul className="gallery" data-count={pages.shown.length} aria-label={t('stage.everybody')}>
        {pages.shown.map((id) => (
          <Tile key={id} participantId={id} avatarSize="huge" />
        ))}
      </ul>
      <PagerButtons {...pages} />
    </div>
  )
}
