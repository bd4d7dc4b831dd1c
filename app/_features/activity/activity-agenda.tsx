import { getTranslations } from 'next-intl/server'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { clockWords } from '#core/domain/activity/time-words.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { Section } from '#app/_ui/section.tsx'

const MINUTE_MS = 60_000

type ActivityAgendaProps = { detail: HttpOutput<'activity.get'>; nowEpochMs: number }

/**
 * 议程, each item at its planned time. While the room is open the item stands out to which the host has gone; until the
 * host has gone to one, the one whose time it is.
 */
export async function ActivityAgenda({ detail: { card, agenda, agendaItemId }, nowEpochMs }: ActivityAgendaProps) {
  const t = await getTranslations('activity.agenda')
  const minutes = agenda.reduce((sum, item) => sum + item.minutes, 0)
  const starts = agenda.map((_, index) =>
    agenda.slice(0, index).reduce((at, item) => at + item.minutes * MINUTE_MS, Date.parse(card.startsAt)),
  )
  return (
    <Section
      title={t('title')}
      margin="narrow"
      gap="none"
      {...(minutes === 0 ? {} : { note: t('total', { hours: Math.floor(minutes / 60), minutes: minutes % 60 }) })}
    >
      {agenda.length === 0 ? (
        <p className="text-ink-3">{t('empty')}</p>
      ) : (
        <ol>
          {agenda.map((item, index) => {
            const startsAt = starts[index] ?? 0
            const isDue = nowEpochMs >= startsAt && nowEpochMs < startsAt + item.minutes * MINUTE_MS
            const isNow = card.state === 'live' && (agendaItemId === null ? isDue : item.id === agendaItemId)
            return (
              <li
                key={item.id}
                {...(isNow ? { 'aria-current': 'step' as const } : {})}
                className={classNames(
                  'grid grid-cols-[3.5rem_1fr_auto] items-baseline border-b border-line phone:grid-cols-[3rem_1fr_auto]',
                  isNow ? '-mx-4 bg-well px-4 py-2' : 'py-2 first:pt-0.5',
                )}
              >
                <time dateTime={new Date(startsAt).toISOString()} className="text-meta text-ink-3">
                  {clockWords(startsAt)}
                </time>
                <div>
                  <strong
                    className={classNames(
                      'mr-3.5 text-lead leading-6 phone:block',
                      isNow ? 'font-semibold' : 'font-medium',
                    )}
                  >
                    {item.title}
                  </strong>
                  {item.note !== null && <span className="text-meta text-ink-3">{item.note}</span>}
                </div>
                <span className={classNames('text-meta', isNow ? 'text-bamboo' : 'text-ink-3')}>
                  {isNow ? t('now') : t('minutes', { count: item.minutes })}
                </span>
              </li>
            )
          })}
        </ol>
      )}
    </Section>
  )
}
