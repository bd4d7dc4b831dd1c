'use client'

import { useTranslations } from 'next-intl'
import { momentWords } from '#app/_client/replay/moment-words.ts'
import type { Moment } from '#app/_client/replay/chapters.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { usePlayerState, useReplay } from './replay-context.ts'

/** What is worth going to is current for so long after it. */
const MOMENT_LASTS_MS = 20_000

/** The agenda as it was held. The present item is open and shows what happened in it. */
export function ReplayChapters() {
  const t = useTranslations('replay')
  const { chapters, player } = useReplay()
  const current = usePlayerState(({ positionMs }) => chapters.findLastIndex(({ fromMs }) => fromMs <= positionMs))
  return (
    <ol className="text-ui">
      {chapters.map(({ id, title, fromMs, moments }, index) => (
        <li key={id}>
          <button
            type="button"
            {...(index === current ? { 'aria-current': 'step' as const } : {})}
            onClick={() => player.seek(fromMs)}
            className={classNames(
              'flex w-full items-baseline gap-2.5 py-1 text-left phone:py-2.5',
              index === current ? 'font-semibold text-ink' : 'text-ink-2 hovered:text-ink',
            )}
          >
            <time className="min-w-9 shrink-0 text-caption text-ink-3">{momentWords(fromMs)}</time>
            <span className="min-w-0">{title ?? t('beforeAgenda')}</span>
          </button>
          {index === current && moments.length > 0 && <Moments moments={moments} />}
        </li>
      ))}
    </ol>
  )
}

function Moments({ moments }: { moments: readonly Moment[] }) {
  const t = useTranslations('replay')
  const { player } = useReplay()
  const current = usePlayerState(({ positionMs }) =>
    moments.findLastIndex(({ atMs }) => atMs <= positionMs && positionMs < atMs + MOMENT_LASTS_MS),
  )
  return (
    <ol className="mt-0.5 mb-1.5 ml-4.25 border-l border-line-2 pl-3">
      {moments.map((moment, index) => (
        <li key={`${moment.kind}${moment.atMs}`}>
          <button
            type="button"
            onClick={() => player.seek(moment.atMs)}
            className={classNames(
              'relative flex w-full items-baseline gap-2 py-1 text-left text-meta phone:py-2',
              index === current
                ? "font-medium text-bamboo before:absolute before:inset-y-1 before:-left-[13px] before:w-0.5 before:bg-bamboo before:content-['']"
                : 'text-ink-2 hovered:text-ink',
            )}
          >
            <time className={classNames('min-w-9 shrink-0 text-caption', index !== current && 'text-ink-3')}>
              {momentWords(moment.atMs)}
            </time>
            <span className="min-w-0">{wordsOf(moment, t)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}

/** 任务二 of a heading that goes on after a wide space: a line has room for its number, the sheet beside it says the rest. */
const shortHeading = (heading: string) => heading.split('\u3000')[0] ?? heading

function wordsOf(moment: Moment, t: ReturnType<typeof useTranslations<'replay'>>): string {
  const { name } = moment
  switch (moment.kind) {
    case 'plan':
      return t('moments.plan', { name, section: shortHeading(moment.section) })
    case 'hand':
      return t('moments.hand', { name })
    case 'stage':
      return t('moments.stage', { name })
    case 'screen':
      return t('moments.screen', { name })
    default:
      return moment satisfies never
  }
}
