'use client'

import { useTranslations } from 'next-intl'
import { useShallow } from 'zustand/react/shallow'
import { useRoom } from '../session/seminar-context.tsx'
import { PagedTiles } from './paged-tiles.tsx'
import { tileOrder } from './stage-order.ts'
import { Tile } from './tile.tsx'
import { usePages } from './use-pages.ts'
import { useWidthClass } from './use-width-class.ts'

const TILES = { wide: 5, laptop: 4, phone: Infinity } as const

/** The others below the speaker: a page of five or four, on a phone a strip that scrolls. */
export function TileStrip({ without }: { without: string | null }) {
  const t = useTranslations('room')
  const people = useRoom(useShallow((state) => tileOrder(state).filter((id) => id !== without)))
  const widthClass = useWidthClass()
  const pages = usePages(people, { size: TILES[widthClass] })
  if (people.length === 0) return null
  return (
    <PagedTiles pages={pages} className="strip-box">
      <ul
        className="strip ring-inside"
        aria-label={t('stage.others')}
        // What scrolls can be scrolled by keys.
        {...(widthClass === 'phone' ? { tabIndex: 0 } : {})}
      >
        {pages.shown.map((id) => (
          <Tile key={id} participantId={id} />
        ))}
      </ul>
    </PagedTiles>
  )
}
