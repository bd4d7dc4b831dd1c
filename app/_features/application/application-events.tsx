import { useLocale, useTranslations } from 'next-intl'
import type { ApplicationEvent } from '#core/contract/applications.ts'
import { clockWords, dayWords } from '#core/domain/activity/time-words.ts'

/** 经过: who did what, and when. */
export function ApplicationEvents({ events }: { events: readonly ApplicationEvent[] }) {
  const t = useTranslations('application')
  const locale = useLocale()
  return (
    <ol className="border-l border-line-2 pl-4">
      {events.map(({ id, at, actorName, step, to, reason }) => (
        <li key={id} className="relative pb-3 last:pb-0">
          <span aria-hidden className="absolute top-2 -left-[1.2rem] size-[7px] rounded-full bg-bamboo" />
          <span className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span>{t(`events.${step === 'approve' && to === 'opened' ? 'open' : step}`, { name: actorName })}</span>
            <time dateTime={at} className="text-caption text-ink-3">
              {dayWords(Date.parse(at), locale)} {clockWords(Date.parse(at))}
            </time>
          </span>
          {reason !== '' && <span className="block text-meta whitespace-pre-line text-ink-2">{reason}</span>}
        </li>
      ))}
    </ol>
  )
}
