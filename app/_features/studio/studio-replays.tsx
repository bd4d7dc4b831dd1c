import { getLocale, getTranslations } from 'next-intl/server'
import { Link } from '#app/_ui/link.tsx'
import type { ReplayCard } from '#core/contract/http-requests.ts'
import { evidenceOf } from '#core/domain/activity/evidence.ts'
import { dayWords } from '#core/domain/activity/time-words.ts'
import { EvidenceStrip } from '#app/_ui/evidence-strip.tsx'

/** 成果: finished sessions, each with its 竹简. Put them into an `ol`. */
export async function StudioReplays({ replays }: { replays: readonly ReplayCard[] }) {
  const [t, locale] = await Promise.all([getTranslations('common'), getLocale()])
  return replays.map(({ card, strip }) => {
    const { minutes, changedCount } = evidenceOf(strip, { durationMs: card.replayDurationMs })
    const key = card.linkToken === null ? '' : `?k=${card.linkToken}`
    return (
      <li key={card.id} className="border-b border-line">
        <Link
          href={`/replay/${card.id}${key}`}
          className="group grid grid-cols-[8rem_minmax(0,1.2fr)_minmax(0,1.3fr)_8rem] items-baseline gap-x-4 py-[11px] phone:grid-cols-[1fr_auto] phone:gap-x-3"
        >
          <time dateTime={card.startsAt} className="text-meta text-ink-3 phone:col-span-2">
            {dayWords(Date.parse(card.startsAt), locale)}
          </time>
          <strong className="font-song text-[1.0625rem] leading-6.5 font-semibold group-hover:text-bamboo">
            {card.title}
          </strong>
          <span className="text-ink-2 phone:col-span-2 phone:row-start-3 phone:text-meta">
            {t(`kinds.${card.kind}`)}
            {changedCount > 0 && `·${t('changedPlan', { count: changedCount })}`}
          </span>
          <span className="w-32 justify-self-end phone:col-start-2 phone:row-start-2 phone:w-18">
            <EvidenceStrip
              minutes={minutes}
              label={t('evidence', { minutes: minutes.length, changed: changedCount })}
              className="ml-auto"
            />
          </span>
        </Link>
      </li>
    )
  })
}
