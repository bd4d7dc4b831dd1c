import { getLocale, getTranslations } from 'next-intl/server'
import type { ActivityCard } from '#core/contract/activity.ts'
import { clockWords, dayWords, weekdayWords } from '#core/domain/activity/time-words.ts'
import { Link } from '#app/_ui/link.tsx'

const keyOf = ({ linkToken }: ActivityCard) => (linkToken === null ? '' : `?k=${linkToken}`)

/** The 全市大型活动 that come next: whoever plans looks here first. Nothing where there is none. */
export async function CityEvents({ activities }: { activities: readonly ActivityCard[] }) {
  const [t, locale] = await Promise.all([getTranslations('calendar'), getLocale()])
  if (activities.length === 0) return null
  return (
    <section aria-labelledby="city-events" className="border-t border-line-2 py-3.5">
      <h2 id="city-events" className="mb-1.5 text-meta text-ink-3">
        {t('comingCityEvents')}
      </h2>
      <ul className="grid gap-x-8 gap-y-2 roomy:grid-cols-2">
        {activities.map((card) => {
          const startsAt = Date.parse(card.startsAt)
          return (
            <li key={card.id} className="min-w-0 border-l-2 border-ink pl-3">
              <Link href={`/activities/${card.id}${keyOf(card)}`} className="block hovered:text-bamboo">
                <strong className="block truncate font-song text-[1.0625rem] font-semibold">{card.title}</strong>
                <span className="text-meta text-ink-2">
                  <time dateTime={card.startsAt}>
                    {dayWords(startsAt, locale)} {weekdayWords(startsAt, locale)} {clockWords(startsAt)}
                  </time>
                  <span className="ml-3 text-ink-3">{card.studio?.name ?? card.host.organisation}</span>
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
