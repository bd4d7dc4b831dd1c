'use client'

import { useTranslations } from 'next-intl'
import { momentWords } from '#app/_client/replay/moment-words.ts'
import { usePlayerState, useReplay } from './replay-context.ts'
import { useLaneScale } from './use-lane-scale.ts'

/** A block that is wide enough for a name. */
const NAMED_RATIO = 0.035
const BAR_HEIGHT_RATIO = 0.66
const STROKE_LEAST = 0.25

export function SpeechBlocks() {
  const { lanes } = useReplay()
  const { left, width, lengthMs } = useLaneScale()
  return lanes.speech.blocks.map(({ fromMs, toMs, name, colour }) => (
    <b
      key={`${fromMs}${name}`}
      title={`${momentWords(fromMs)} ${name}`}
      className="replay-speech"
      data-colour={colour}
      style={{ left: left(fromMs), width: width(fromMs, toMs) }}
    >
      {toMs - fromMs > lengthMs * NAMED_RATIO ? name : ''}
    </b>
  ))
}

export function ScreenBoxes() {
  const { lanes } = useReplay()
  const { left, width } = useLaneScale()
  const now = usePlayerState(({ positionMs }) =>
    lanes.screen.blocks.findIndex(({ fromMs, toMs }) => fromMs <= positionMs && positionMs < toMs),
  )
  return lanes.screen.blocks.map(({ fromMs, toMs, name }, index) => (
    <b
      key={`${fromMs}${name}`}
      title={`${momentWords(fromMs)} ${name}`}
      className={index === now ? 'replay-screen is-current' : 'replay-screen'}
      style={{ left: left(fromMs), width: width(fromMs, toMs) }}
    >
      {name}
    </b>
  ))
}

export function ChatBars() {
  const { lanes } = useReplay()
  const { counts } = lanes.chat
  const most = Math.max(1, ...counts)
  return counts.map((count, slot) =>
    count === 0 ? null : (
      <b
        // Slots are places on the line: they neither come nor go.
        key={slot}
        className="replay-chat-bar"
        style={{
          left: `${(slot / counts.length) * 100}%`,
          height: `${(0.12 + (count / most) * (BAR_HEIGHT_RATIO - 0.12)) * 100}%`,
        }}
      />
    ),
  )
}

export function PlanStrokes() {
  const t = useTranslations('replay')
  const { changes, player } = useReplay()
  const { left } = useLaneScale()
  const most = Math.max(1, ...changes.map(({ edits }) => edits))
  const current = usePlayerState(({ positionMs }) =>
    changes.findLastIndex(({ fromMs, toMs }) => fromMs <= positionMs && positionMs < toMs + 10_000),
  )
  return changes.map((change, index) => {
    const share = STROKE_LEAST + (change.edits / most) * (0.7 - STROKE_LEAST)
    const words = t('lanes.changed', { at: momentWords(change.toMs), name: change.name, section: change.section })
    return (
      <button
        key={`${change.fromMs}${change.personId}${change.section}`}
        type="button"
        tabIndex={-1}
        aria-label={words}
        title={words}
        className={index === current ? 'replay-stroke is-current' : 'replay-stroke'}
        style={{ left: left(change.toMs) }}
        onClick={() => player.seek(change.toMs)}
      >
        <b style={{ height: `${share * 100}%` }} />
        {index === current && <i>{change.section}</i>}
      </button>
    )
  })
}

export function StageTicks() {
  const t = useTranslations('replay')
  const { lanes, player } = useReplay()
  const { left } = useLaneScale()
  return lanes.stage.marks.map(({ atMs, kind, name }) => {
    const words = t(kind === 'hand' ? 'lanes.handOf' : 'lanes.stageOf', { at: momentWords(atMs), name })
    return (
      <button
        key={`${kind}${atMs}${name}`}
        type="button"
        tabIndex={-1}
        aria-label={words}
        title={words}
        className={kind === 'hand' ? 'replay-tick' : 'replay-tick replay-tick-stage'}
        style={{ left: left(atMs) }}
        onClick={() => player.seek(atMs)}
      />
    )
  })
}
