'use client'

import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { Avatar } from '#app/_ui/avatar.tsx'
import type { PlanBlock } from '#core/contract/plan-block.ts'
import { NODE } from '#core/lesson-plan/names.ts'
import type { PlanChange } from '#core/lesson-plan/plan-history.ts'
import { textOfBlock } from '#core/lesson-plan/text-of-block.ts'
import { addedRange, markAdded } from './added-range.ts'
import { BlockContent, drawRun, HeadingOf, type BlockDrawing } from './plan-blocks.tsx'

type PlanChangedProps = {
  change: PlanChange
  block: PlanBlock
  atMs: number
  isNewest: boolean
  drawing: BlockDrawing
}

/** A passage that has just been changed: by whom, how long ago, and what stood there before. */
export function PlanChanged({ change, block, atMs, isNewest, drawing }: PlanChangedProps) {
  const t = useTranslations('plan')
  const seconds = Math.max(0, Math.round((atMs - change.atMs) / 1_000))
  const before = change.before.trim()
  const runs = markAdded(block, addedRange(change.before, textOfBlock(block)))
  const inner =
    runs === null ? (
      <BlockContent block={block} drawing={drawing} />
    ) : (
      runs.map(({ text, isAdded }, index) => (
        <Fragment key={index}>{isAdded ? <ins>{drawRun(text)}</ins> : drawRun(text)}</Fragment>
      ))
    )
  return (
    <div className="plan-changed" {...(isNewest ? { 'data-newest': true } : {})}>
      <p className="plan-changed-by">
        <Avatar name={change.name} colour={change.colour} size="small" />
        <span>{t('changedBy', { name: change.name })}</span>
        <span>{t('secondsAgo', { seconds })}</span>
      </p>
      {block.name === NODE.heading ? <HeadingOf block={block}>{inner}</HeadingOf> : <p>{inner}</p>}
      <p className="plan-was">{before === '' ? t('wasEmpty') : t('was', { text: before })}</p>
    </div>
  )
}
