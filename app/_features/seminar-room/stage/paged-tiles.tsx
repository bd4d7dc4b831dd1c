'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { Icon } from '#app/_ui/icon.tsx'
import { useRoom } from '../session/seminar-context.tsx'
import { usePageKeys } from './use-page-keys.ts'
import type { Pages } from './use-pages.ts'
import { useSwipe } from './use-swipe.ts'

type PagedTilesProps = { pages: Pages<string>; className: string; children: ReactNode }

/** Tiles with a way to the others beside them, never on a face. By button, PageUp and PageDown, or a finger. */
export function PagedTiles({ pages, className, children }: PagedTilesProps) {
  const t = useTranslations('room')
  const { page, count } = pages
  const turn = (step: 1 | -1) => pages.go(Math.min(Math.max(page + step, 0), count - 1))
  const swipe = useSwipe(turn)
  usePageKeys(turn)
  if (count === 1) return <div className={className}>{children}</div>
  return (
    <div className={`paged ${className}`} {...swipe}>
      <TurnButton side="back" isLast={page === 0} hidden={pages.before} onTurn={() => turn(-1)} />
      {children}
      <TurnButton side="on" isLast={page === count - 1} hidden={pages.after} onTurn={() => turn(1)} />
      <p className="page-number" aria-live="polite">
        <span aria-hidden>{t('stage.pageShort', { page: page + 1, count })}</span>
        <span className="sr-only">{t('stage.pageLong', { page: page + 1, count })}</span>
      </p>
    </div>
  )
}

type TurnButtonProps = { side: 'back' | 'on'; isLast: boolean; hidden: readonly string[]; onTurn: () => void }

/** Stays where it is at the end, so that focus does. Green while somebody speaks whom one does not see. */
function TurnButton({ side, isLast, hidden, onTurn }: TurnButtonProps) {
  const t = useTranslations('room')
  const speaking = useRoom(
    useShallow(({ speakers, room }) =>
      speakers.flatMap(({ participantId }) =>
        hidden.includes(participantId) ? [room.participants[participantId]?.name ?? ''] : [],
      ),
    ),
  )
  const word = t(side === 'back' ? 'stage.pageBack' : 'stage.pageOn')
  return (
    <button
      type="button"
      className="pager"
      data-side={side}
      aria-label={speaking.length === 0 ? word : t('stage.pageSpeaking', { word, name: speaking[0] ?? '' })}
      aria-disabled={isLast}
      {...(speaking.length === 0 ? {} : { 'data-talking': '' })}
      onClick={onTurn}
    >
      <Icon of={side === 'back' ? ChevronLeft : ChevronRight} />
    </button>
  )
}
