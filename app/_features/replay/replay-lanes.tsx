'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { classNames } from '#app/_ui/class-names.ts'
import { LaneHead } from './lane-head.tsx'
import { ChatBars, PlanStrokes, ScreenBoxes, SpeechBlocks, StageTicks } from './lane-marks.tsx'
import './lanes.css'
import { useReplay } from './replay-context.ts'
import { ReplayRuler } from './replay-ruler.tsx'

/** The whole session on a line: who spoke, what was shown, written, changed. Everything here seeks. */
export function ReplayLanes() {
  const t = useTranslations('replay')
  const { lanes, changes } = useReplay()
  const [showsAll, setShowsAll] = useState(false)
  const hasMore = lanes.screen.blocks.length > 0 || lanes.stage.marks.length > 0
  return (
    <section aria-label={t('lanes.title')}>
      <div className="replay-lanes" data-all={showsAll}>
        <ReplayRuler />
        {lanes.speech.blocks.length > 0 && (
          <Lane words={t('lanes.speech')} note={t('lanes.people', { count: lanes.speech.people })}>
            <SpeechBlocks />
          </Lane>
        )}
        {lanes.screen.blocks.length > 0 && (
          <Lane words={t('lanes.screen')} note={t('lanes.times', { count: lanes.screen.blocks.length })} isSecondary>
            <ScreenBoxes />
          </Lane>
        )}
        <Lane words={t('lanes.chat')} note={t('lanes.messages', { count: lanes.chat.total })}>
          <ChatBars />
        </Lane>
        <Lane words={t('lanes.plan')} note={t('lanes.changes', { count: changes.length })}>
          <PlanStrokes />
        </Lane>
        {lanes.stage.marks.length > 0 && (
          <Lane words={t('lanes.stage')} isSecondary>
            <StageTicks />
          </Lane>
        )}
        <LaneHead />
      </div>
      {hasMore && (
        <button type="button" className="replay-lanes-more" onClick={() => setShowsAll(!showsAll)}>
          {t(showsAll ? 'lanes.fewer' : 'lanes.all')}
        </button>
      )}
    </section>
  )
}

type LaneProps = {
  words: string
  note?: string
  /** On phones only on demand. */
  isSecondary?: boolean
  children: ReactNode
}

function Lane({ words, note, isSecondary = false, children }: LaneProps) {
  return (
    <div className={classNames('replay-lane', isSecondary && 'replay-lane-secondary')}>
      <span className="replay-lane-name">
        {words}
        {note !== undefined && <i>{note}</i>}
      </span>
      <div className="replay-lane-line">{children}</div>
    </div>
  )
}
