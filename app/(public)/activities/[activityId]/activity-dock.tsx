import { getLocale, getTranslations } from 'next-intl/server'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { clockWords, weekdayWords } from '#core/domain/activity/time-words.ts'
import { LiveMark } from '#app/_ui/live-mark.tsx'
import { MainButton } from './main-button.tsx'

type ActivityDockProps = { detail: HttpOutput<'activity.get'>; moment: { isGuest: boolean; nowEpochMs: number } }

/** Phones: how it stands, and the main button. */
export async function ActivityDock({ detail, moment }: ActivityDockProps) {
  const [t, locale] = await Promise.all([getTranslations('common'), getLocale()])
  const startsAt = Date.parse(detail.card.startsAt)
  return (
    <>
      {detail.card.state === 'live' ? (
        <LiveMark>{t('states.live')}</LiveMark>
      ) : (
        <span className="whitespace-nowrap text-ink-2">
          {weekdayWords(startsAt, locale)} {clockWords(startsAt)}
        </span>
      )}
      <span>
        <MainButton detail={detail} moment={moment} size="normal" />
      </span>
    </>
  )
}
