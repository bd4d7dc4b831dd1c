import { getLocale, getTranslations } from 'next-intl/server'
import { Link } from '#app/_ui/link.tsx'
import type { ActivityCard } from '#core/contract/activity.ts'
import { dayNumberOf } from '#core/domain/activity/city-calendar.ts'
import { clockWords, dayWords, lengthWords } from '#core/domain/activity/time-words.ts'
import { LiveMark } from '#app/_ui/live-mark.tsx'

type ActivityRowsProps = {
  activities: readonly ActivityCard[]
  nowEpochMs: number
  /** The studio is named above the list already. */
  isOfOneStudio?: boolean
}

/** Lines of a list of activities: when, what, whose, how it stands. Put them into an `ol`. */
export async function ActivityRows({ activities, nowEpochMs, isOfOneStudio = false }: ActivityRowsProps) {
  const [t, locale] = await Promise.all([getTranslations('common'), getLocale()])
  const dayOf = (epochMs: number) => {
    const offset = dayNumberOf(epochMs) - dayNumberOf(nowEpochMs)
    if (offset === 0) return t('days.today')
    if (offset === 1) return t('days.tomorrow')
    return offset === -1 ? t('days.yesterday') : dayWords(epochMs, locale)
  }
  return activities.map((card) => {
    const startsAt = Date.parse(card.startsAt)
    const key = card.linkToken === null ? '' : `?k=${card.linkToken}`
    return (
      <li key={card.id} className="border-b border-line">
        <Link
          href={`/activities/${card.id}${key}`}
          className="group grid grid-cols-[8rem_minmax(0,1.2fr)_minmax(0,1.3fr)_8rem] items-baseline gap-x-4 py-[11px] phone:grid-cols-[1fr_auto] phone:gap-x-3"
        >
          <time dateTime={card.startsAt} className="text-meta text-ink-3 phone:col-span-2">
            {dayOf(startsAt)} {clockWords(startsAt)}
          </time>
          <strong className="font-song text-[1.0625rem] leading-6.5 font-semibold group-hover:text-bamboo">
            {card.title}
          </strong>
          <span className="text-ink-2 phone:col-span-2 phone:row-start-3 phone:text-meta">
            {(isOfOneStudio
              ? [t(`kinds.${card.kind}`), t(`entries.${card.entry}`)]
              : [t(`kinds.${card.kind}`), card.studio?.name ?? card.host.organisation, card.district ?? t('cityRun')]
            ).join('·')}
          </span>
          <span className="justify-self-end text-ink-3 phone:col-start-2 phone:row-start-2">
            {card.state === 'live' ? (
              <LiveMark>{t('states.live')}</LiveMark>
            ) : card.state === 'ended' && card.replayDurationMs !== null ? (
              <span className="text-bamboo">{t('replay', { length: lengthWords(card.replayDurationMs) })}</span>
            ) : card.state === 'published' && Date.parse(card.endsAt) <= nowEpochMs ? (
              t('notHeld')
            ) : (
              t(`states.${card.state}`)
            )}
          </span>
        </Link>
      </li>
    )
  })
}
