'use client'

import { useTranslations } from 'next-intl'
import { useShallow } from 'zustand/react/shallow'
import { useRoom } from '../session/seminar-context.tsx'
import { PagedTiles } from './paged-tiles.tsx'
import { tileOrder } from './stage-order.ts'
import { Tile } from './tile.tsx'
import { evenPageSize, usePages } from './use-pages.ts'
import { useWidthClass } from './use-width-class.ts'

/** Six pictures at most are decoded at once, four on a phone. */
const TILES = { wide: 6, laptop: 6, phone: 4 } as const

/** All alike. */
export function GridLayout() {
  const t = useTranslations('room')
  const people = useRoom(useShallow(tileOrder))
  const most = TILES[useWidthClass()]
  const pages = usePages(people, { size: evenPageSize(people.length, { most }) })
  return (
    <PagedTiles pages={pages} className="gallery-box">
      <ul className="gallery" data-count={pages.shown.length} aria-label={t('stage.everybody')}>
        {pages.shown.map((id) => (
          <Tile key={id} participantId={id} avatarSize="huge" />
        ))}
      </ul>
    </PagedTiles>
  )
}
