'use client'

import { ArrowLeft, Headphones, Quote } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Link } from '#app/_ui/link.tsx'
import { dayWords, lengthWords } from '#core/domain/activity/time-words.ts'
import { momentWords } from '#app/_client/replay/moment-words.ts'
import { Button } from '#app/_ui/button.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { LiveMark } from '#app/_ui/live-mark.tsx'
import { showToast } from '#app/_ui/toast-queue.ts'
import { usePlayerState, useReplay } from './replay-context.ts'

const keyOf = (link: string | null) => (link === null ? '' : `?k=${link}`)

/** The lesson's name, what this is, and quoting the present moment. */
export function ReplayHeader({ link }: { link: string | null }) {
  const t = useTranslations('replay')
  const locale = useLocale()
  const { manifest, player } = useReplay()
  const isListening = usePlayerState((state) => state.isListening)
  const { activity, live, durationMs } = manifest
  const facts = [
    t('record'),
    dayWords(Date.parse(activity.startsAt), locale),
    ...(live ? [] : [lengthWords(durationMs)]),
  ]
  return (
    <header className="flex h-14 shrink-0 items-center gap-3 px-6 phone:h-12 phone:gap-2 phone:px-3">
      <Link
        href={`/activities/${activity.id}${keyOf(link)}`}
        aria-label={t('backToActivity')}
        className="touch-area -ml-2 grid size-8 shrink-0 place-items-center text-ink-2 hovered:text-ink"
      >
        <Icon of={ArrowLeft} />
      </Link>
      <h1 className="min-w-0 truncate font-song text-[1.125rem] leading-7 font-semibold phone:text-body">
        {activity.title}
      </h1>
      <span className="text-meta whitespace-nowrap text-ink-3 laptop:hidden phone:hidden">{facts.join('·')}</span>
      <span className="flex-1" />
      {live && (
        <>
          <LiveMark className="phone:hidden">{t('live')}</LiveMark>
          <LinkButton href={`/seminar/${activity.id}${keyOf(link)}`} size="small" tone="ghost" className="shrink-0">
            {t('toRoom')}
          </LinkButton>
        </>
      )}
      <Button
        tone="ghost"
        size="small"
        aria-pressed={isListening}
        onPress={() => player.setListening(!isListening)}
        className={
          isListening ? 'shrink-0 text-bamboo laptop:hidden phone:hidden' : 'shrink-0 laptop:hidden phone:hidden'
        }
      >
        <Icon of={Headphones} />
        {t('listen')}
      </Button>
      <Button
        size="small"
        className="shrink-0"
        aria-label={t('quote')}
        onPress={() => void quote({ atMs: player.positionMs(), link, t })}
      >
        <Icon of={Quote} size="small" />
        <span className="phone:hidden">{t('quote')}</span>
        {/* While it runs the way back to the room is there too. */}
        {!live && <span className="desk:hidden">{t('quoteShort')}</span>}
      </Button>
    </header>
  )
}

type QuoteOptions = { atMs: number; link: string | null; t: ReturnType<typeof useTranslations<'replay'>> }

/** Puts the address of this second on the clipboard; where the browser does not allow that, shows it. */
async function quote({ atMs, link, t }: QuoteOptions): Promise<void> {
  const address = new URL(window.location.pathname, window.location.origin)
  if (link !== null) address.searchParams.set('k', link)
  address.searchParams.set('t', String(Math.floor(atMs / 1_000)))
  try {
    await navigator.clipboard.writeText(address.href)
    showToast({ kind: 'notice', text: t('quoted', { at: momentWords(atMs) }) })
  } catch {
    // Plain HTTP has no clipboard, and a person can refuse it.
    showToast({ kind: 'error', text: t('quoteByHand', { address: address.href }) })
  }
}
