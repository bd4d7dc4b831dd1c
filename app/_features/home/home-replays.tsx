import { getLocale, getTranslations } from 'next-intl/server'
import { Link } from '#app/_ui/link.tsx'
import type { ReplayCard } from '#core/contract/http-requests.ts'
import { evidenceOf } from '#core/domain/activity/evidence.ts'
import { dayWords, lengthWords } from '#core/domain/activity/time-words.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { classNames } from '#app/_ui/class-names.ts'
import { EvidenceStrip } from '#app/_ui/evidence-strip.tsx'
import { Picture } from '#app/_ui/picture.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { hrefOfReplay } from './hrefs.ts'

/** 最近回放: a still, the 竹简, the name. */
export async function HomeReplays({ replays }: { replays: readonly ReplayCard[] }) {
  const t = await getTranslations('home.replays')
  return (
    <Section
      title={t('title')}
      note={t('note')}
      link={
        <TextLink href="/activities?state=ended" tone="quiet">
          {t('all')}
        </TextLink>
      }
    >
      {replays.length === 0 ? (
        <Empty title={t('emptyTitle')} size="part">
          {t('emptyText')}
        </Empty>
      ) : (
        <ol className="grid grid-cols-3 gap-6 phone:grid-cols-1 phone:gap-7">
          {replays.map((replay) => (
            <Replay key={replay.card.id} replay={replay} isOnly={replays.length === 1} />
          ))}
        </ol>
      )}
    </Section>
  )
}

type ReplayProps = {
  replay: ReplayCard
  /** Then its words stand beside the still and the row is not left half empty. */
  isOnly: boolean
}

async function Replay({ replay: { card, strip }, isOnly }: ReplayProps) {
  const [t, locale] = await Promise.all([getTranslations('common'), getLocale()])
  const { minutes, changedCount } = evidenceOf(strip, { durationMs: card.replayDurationMs })
  const picture = card.coverUrl ?? card.host.portraitUrl
  return (
    <li className={classNames(isOnly && 'desk:col-span-3')}>
      <Link
        href={hrefOfReplay(card)}
        className={classNames('group block', isOnly && 'desk:grid desk:grid-cols-3 desk:items-end desk:gap-x-6')}
      >
        <Picture
          radius="small"
          plateCorner="right"
          {...(card.replayDurationMs === null ? {} : { plate: lengthWords(card.replayDurationMs) })}
        >
          {picture !== null && (
            // Already cut to size by the server.
            // eslint-disable-next-line @next/next/no-img-element
            <img src={picture} alt="" loading="lazy" className="size-full object-cover" />
          )}
        </Picture>
        <span className={classNames('block', isOnly && 'desk:col-span-2')}>
          <EvidenceStrip
            minutes={minutes}
            label={t('evidence', { minutes: minutes.length, changed: changedCount })}
            className="my-2"
          />
          <strong
            className={classNames(
              'block font-song text-[1.0625rem] leading-6.5 font-semibold group-hover:text-bamboo',
              isOnly && 'desk:text-h2 desk:leading-9',
            )}
          >
            {card.title}
          </strong>
          {isOnly && card.question !== '' && (
            <span className="mb-2 block text-body text-ink-2 phone:hidden">{card.question}</span>
          )}
          <span className="block text-meta text-ink-3">
            {card.studio?.name ?? card.host.organisation}·{card.district ?? t('cityRun')}
          </span>
          <span className="block text-meta text-ink-3">
            {dayWords(Date.parse(card.startsAt), locale)}
            {changedCount > 0 && <span className="ml-3 text-bamboo">{t('changedPlan', { count: changedCount })}</span>}
          </span>
        </span>
      </Link>
    </li>
  )
}
