import { getLocale, getTranslations } from 'next-intl/server'
import type { HttpOutput, Me } from '#core/contract/http-requests.ts'
import type { RoomRole } from '#core/contract/roles.ts'
import { dayNumberOf } from '#core/domain/activity/city-calendar.ts'
import { clockWords, dayWords, weekdayWords } from '#core/domain/activity/time-words.ts'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { LiveMark } from '#app/_ui/live-mark.tsx'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
/** Until then the distance says more than the hour. */
const COUNTED_MS = 10 * HOUR_MS

type Next = HttpOutput<'desk.get'>['next']
type DeskNextProps = { next: Next; me: Me; nowEpochMs: number }

/** The one thing of the desk: what comes next, and the way in. */
export async function DeskNext({ next, me, nowEpochMs }: DeskNextProps) {
  const [t, common, locale] = await Promise.all([getTranslations('desk'), getTranslations('common'), getLocale()])
  const today = (
    <p className="text-ink-3">
      {dayWords(nowEpochMs, locale)}
      {'　'}
      {weekdayWords(nowEpochMs, locale)}
    </p>
  )
  if (next === null) {
    return (
      <section>
        {today}
        <h1 className="mt-1 mb-2 font-song text-[2.25rem] leading-13 font-semibold phone:text-[1.75rem] phone:leading-10">
          {t('next.noneTitle')}
        </h1>
        <p className="text-body text-ink-2">{t('next.noneText')}</p>
        <p className="mt-5 flex gap-3 phone:*:flex-1">
          {me.mayCreateIn.length > 0 ? (
            <LinkButton href="/activities/new" tone="primary" size="big">
              {t('create')}
            </LinkButton>
          ) : (
            <LinkButton href="/activities" tone="primary" size="big">
              {t('next.find')}
            </LinkButton>
          )}
        </p>
      </section>
    )
  }
  const { card, people, plan, may } = next
  const role = roleOf(next, me.person.id)
  const startsAt = Date.parse(card.startsAt)
  const key = card.linkToken === null ? '' : `?k=${card.linkToken}`
  const leftMs = startsAt - nowEpochMs
  const isToday = dayNumberOf(startsAt) === dayNumberOf(nowEpochMs)
  const what = t(`next.roles.${role}`)
  const names = (wanted: RoomRole) =>
    people
      .filter((one) => one.role === wanted)
      .map(({ person }) => person.name)
      .join(t('next.and'))
  const [presenters, speakers] = [names('presenter'), names('speaker')]
  return (
    <section>
      {today}
      <h1 className="mt-0.5 mb-2 font-song text-[2.25rem] leading-13 font-semibold phone:text-[1.75rem] phone:leading-10">
        <span className="block font-sans text-body font-medium text-bamboo">
          {card.state === 'live' ? (
            <>
              <LiveMark className="mr-3 align-middle">{common('states.live')}</LiveMark>
              <span className="inline-block first-letter:uppercase">{what}</span>
            </>
          ) : leftMs > COUNTED_MS ? (
            t(isToday ? 'next.todayAt' : 'next.at', {
              day: dayWords(startsAt, locale),
              time: clockWords(startsAt),
              what,
            })
          ) : leftMs > HOUR_MS ? (
            t('next.inHours', { hours: Math.floor(leftMs / HOUR_MS), what })
          ) : leftMs > 0 ? (
            t('next.inMinutes', { minutes: Math.ceil(leftMs / MINUTE_MS), what })
          ) : (
            t('next.due', { what })
          )}
        </span>
        {card.title}
      </h1>
      <p className="text-body text-ink-2">
        {/* Names are not torn apart. */}
        <span className="break-keep">
          {t('next.range', { from: clockWords(startsAt), to: clockWords(Date.parse(card.endsAt)) })}
          {presenters !== '' && t('next.presented', { names: presenters })}
          {speakers !== '' && t('next.guided', { names: speakers })}
        </span>
        {card.question !== '' && <span className="block">{card.question}</span>}
      </p>
      <p className="mt-5 flex flex-wrap gap-3 phone:*:flex-1">
        <LinkButton
          href={may.enter || may.openRoom ? `/seminar/${card.id}${key}` : `/activities/${card.id}${key}`}
          tone="primary"
          size="big"
          className="phone:px-3"
        >
          {t(
            card.state === 'live' && may.enter
              ? 'next.enter'
              : may.openRoom
                ? 'next.prepare'
                : may.enter
                  ? 'next.enter'
                  : 'next.open',
          )}
        </LinkButton>
        {plan !== null && (
          <LinkButton href={`/plan/${card.id}${key}`} size="big" className="phone:px-3">
            {t('next.plan')}
          </LinkButton>
        )}
      </p>
    </section>
  )
}

/** In whose role the person will be there; members without one take part. */
function roleOf({ card, people }: NonNullable<Next>, personId: string) {
  if (card.host.id === personId) return 'host'
  const role = people.find(({ person }) => person.id === personId)?.role
  return role === 'presenter' || role === 'speaker' || role === 'note-taker' || role === 'host' ? role : 'participant'
}
