'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef } from 'react'
import { Icon } from '#app/_ui/icon.tsx'
import { classNames } from '#app/_ui/class-names.ts'
import type { PlanHistory } from '#core/lesson-plan/plan-history.ts'
import { PlanBlocks, type BlockDrawing } from './plan-blocks.tsx'
import { PlanChanged } from './plan-changed.tsx'
import './plan.css'
import './plan-moment.css'
import { scrollIntoPlan } from './scroll-into-plan.ts'

/** A change is marked for this long after it was made. */
const MARKED_FOR_MS = 10_000
/** Changes closer together are one place to jump to. */
const APART_MS = 5_000

export type PlanAtMomentProps = {
  history: PlanHistory
  /** On the session's clock; whole seconds are enough. */
  atMs: number
  /** Given, the nearest changes before and after can be jumped to. */
  onSeek?: (atMs: number) => void
  /** 41:52 */
  formatTime: (atMs: number) => string
  className?: string
}

/** The plan exactly as it was at a moment of the session, with what had just been changed. Scrolls to a new change. */
export function PlanAtMoment({ history, atMs, onSeek, formatTime, className }: PlanAtMomentProps) {
  const t = useTranslations('plan')
  const position = history.positionAt(atMs)
  const tree = useMemo(() => history.treeAfter(position), [history, position])
  const changes = history.changesBefore(atMs, { withinMs: MARKED_FOR_MS })
  const newest = changes.reduce<number | null>((latest, change) => Math.max(latest ?? 0, change.atMs), null)
  const root = useRef<HTMLElement>(null)
  // The passage that was changed last, also long after it has lost its mark: what one looks for is there.
  const last = history.lastChangeBefore(atMs)
  const lastPlace = last === null ? null : `${last.blockKey} ${last.atMs}`
  useEffect(() => {
    const passage = root.current?.querySelector('[data-newest], [data-last]') ?? null
    if (lastPlace !== null && passage !== null) scrollIntoPlan(passage)
  }, [lastPlace])
  const drawing: BlockDrawing = {
    replace: (block) => {
      const change = changes.find(({ blockKey }) => blockKey === block.key)
      if (change === undefined) return null
      const isNewest = change.atMs === newest
      return <PlanChanged key={block.key} {...{ change, block, atMs, isNewest, drawing }} />
    },
    attributesOf: ({ key }) => (key === last?.blockKey ? { 'data-last': true } : {}),
  }
  return (
    <article ref={root} className={classNames('plan-sheet plan-at-moment', className)}>
      <div className="plan-text">
        {tree.length === 0 && <p className="text-ink-3">{t('planEmpty')}</p>}
        <PlanBlocks blocks={tree} drawing={drawing} />
      </div>
      {onSeek !== undefined && <Neighbours history={history} atMs={atMs} onSeek={onSeek} formatTime={formatTime} />}
    </article>
  )
}

type NeighboursProps = Required<Pick<PlanAtMomentProps, 'history' | 'atMs' | 'onSeek' | 'formatTime'>>

function Neighbours({ history, atMs, onSeek, formatTime }: NeighboursProps) {
  const t = useTranslations('plan')
  const { previousMs, nextMs } = history.neighbours(atMs, { apartMs: APART_MS })
  if (previousMs === null && nextMs === null) return null
  const style = 'touch-area flex items-center gap-1 text-meta text-ink-2 hovered:text-ink'
  return (
    <p className="plan-neighbours mt-4 flex justify-between border-t border-line py-2.5">
      {previousMs !== null && (
        <button type="button" className={style} onClick={() => onSeek(previousMs)}>
          <Icon of={ArrowUp} size="small" />
          {t('previousChange', { time: formatTime(previousMs) })}
        </button>
      )}
      <span />
      {nextMs !== null && (
        <button type="button" className={style} onClick={() => onSeek(nextMs)}>
          {t('nextChange', { time: formatTime(nextMs) })}
          <Icon of={ArrowDown} size="small" />
        </button>
      )}
    </p>
  )
}
