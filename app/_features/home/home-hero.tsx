import { getLocale, getTranslations } from 'next-intl/server'
import { Link } from '#app/_ui/link.tsx'
import type { ActivityCard, PersonCard } from '#core/contract/activity.ts'
import { clockWords, dayWords, weekdayWords } from '#core/domain/activity/time-words.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { LiveMark } from '#app/_ui/live-mark.tsx'
import { Picture } from '#app/_ui/picture.tsx'
import { hrefOfActivity, hrefOfRoom } from './hrefs.ts'
import { LessonTitle } from './lesson-title.tsx'

/** A longer name is set smaller: the way in stays beside the face. */
const LONG_TITLE = 20

type HomeHeroProps = {
  /** What is live, or what comes next. */
  first: ActivityCard | null
  /** Whose face is shown. */
  face: PersonCard | null
  /** What is live besides. */
  others: readonly ActivityCard[]
  isGuest: boolean
  nowEpochMs: number
}

/** The one thing of the page: what is live now, with a face; else what comes next. */
export async function HomeHero({ first, face, others, isGuest, nowEpochMs }: HomeHeroProps) {
  const [t, common, locale] = await Promise.all([getTranslations('home'), getTranslations('common'), getLocale()])
  if (first === null || face === null) {
    return (
      <div className="pt-4">
        <h1 className="sr-only">{common('nav.home')}</h1>
        <Empty
          title={t('quiet.title')}
          size="part"
          headingLevel={2}
          actions={<LinkButton href="/activities">{t('quiet.action')}</LinkButton>}
        >
          {t('quiet.text')}
        </Empty>
      </div>
    )
  }
  const isLive = first.state === 'live'
  const startsAt = Date.parse(first.startsAt)
  const minutes = Math.max(0, Math.floor((nowEpochMs - startsAt) / 60_000))
  const mayEnter = isLive && (!isGuest || first.entry === 'link')
  const href = mayEnter ? hrefOfRoom(first) : hrefOfActivity(first)
  const belongs = [common(`kinds.${first.kind}`), first.studio?.subject, first.studio?.name ?? first.host.organisation]
  const picture = face.portraitUrl ?? first.coverUrl
  return (
    <section className="pt-4 phone:pt-0 desk:grid desk:grid-cols-[minmax(0,43.5rem)_minmax(0,1fr)] desk:gap-12 laptop:grid-cols-[minmax(0,1.3fr)_minmax(17rem,1fr)] laptop:gap-8">
      <Link href={href} tabIndex={-1} aria-hidden className="block phone:-mx-4 phone:[&>span]:rounded-none">
        <Picture
          plate={
            <span className="px-1 py-0.5 text-meta leading-5.5">
              {face.name}
              {'　'}
              {face.organisation}
            </span>
          }
        >
          {picture !== null && (
            // Already cut to size by the server.
            // eslint-disable-next-line @next/next/no-img-element
            <img src={picture} alt="" className="size-full object-cover" fetchPriority="high" />
          )}
        </Picture>
      </Link>
      <div className="flex flex-col phone:pt-3.5">
        {isLive ? (
          <p>
            <LiveMark>{t('live')}</LiveMark>
            <span className="ml-3 text-meta text-ink-3">{t('since', { minutes })}</span>
          </p>
        ) : (
          <p className="text-meta text-bamboo">
            {t('next', {
              day: dayWords(startsAt, locale),
              weekday: weekdayWords(startsAt, locale),
              time: clockWords(startsAt),
            })}
          </p>
        )}
        <h1
          className={classNames(
            'my-2.5 font-song font-semibold phone:mt-0.5 phone:mb-1',
            first.title.length > LONG_TITLE
              ? 'text-h1 phone:text-h2'
              : 'text-title leading-[3.625rem] laptop:text-[2.25rem] laptop:leading-12 phone:text-h1 phone:leading-11',
          )}
        >
          <LessonTitle>{first.title}</LessonTitle>
        </h1>
        {first.question !== '' && (
          <p className="mb-2 text-body whitespace-pre-line text-ink-2">
            {first.question.replace(/，(?=.{6,16}$)/, '，\n')}
          </p>
        )}
        <p className="text-meta text-ink-3">{belongs.filter((word) => word !== undefined).join('·')}</p>
        {first.presentCount > 0 && (
          <p className="text-meta text-ink-3">{t('present', { count: first.presentCount })}</p>
        )}
        <p className="mt-5 flex items-center gap-4 phone:gap-3">
          <LinkButton href={href} tone="primary" size="big">
            {t(mayEnter ? (isGuest ? 'watch' : 'enter') : 'open')}
          </LinkButton>
          {mayEnter && isGuest && <span className="text-meta text-ink-3">{t('noInstall')}</span>}
        </p>
        {others.length > 0 && (
          <ul className="mt-auto border-t border-line pt-2.5 phone:mt-5">
            {others.map((card) => (
              <li key={card.id} className="flex items-center gap-3 py-0.5">
                <LiveMark>{t('liveShort')}</LiveMark>
                <Link href={hrefOfActivity(card)} className="min-w-0 flex-1 truncate hovered:text-bamboo">
                  {card.title}
                </Link>
                <span className="text-meta text-ink-3">{card.district ?? common('cityRun')}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
