import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import type { ReplayCard } from '#core/contract/http-requests.ts'
import { evidenceOf } from '#core/domain/activity/evidence.ts'
import { dayWords, lengthWords } from '#core/domain/activity/time-words.ts'
import { Empty } from '#app/_ui/empty.tsx'
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
            <Replay key={replay.card.id} replay={replay} />
          ))}
        </ol>
      )}
    </Section>
  )
}

async function Replay({ replay: { card, strip } }: { replay: ReplayCard }) {
  const [t, locale] = await Promise.all([getTranslations('common'), getLocale()])
  const { minutes, changedCount } = evidenceOf(strip, { durationMs: card.replayDurationMs })
  const picture = card.coverUrl ?? card.host.portraitUrl
  return (
    <li>
      <Link href={hrefOfReplay(card)} className="group block">
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
        <EvidenceStrip
          minutes={minutes}
          label={t('evidence', { minutes: minutes.length, changed: changedCount })}
          className="my-2"
        />
        <strong className="block font-song text-[1.0625rem] leading-6.5 font-semibold group-hover:text-bamboo">
          {card.title}
        </strong>
        <span className="block text-meta text-ink-3">
          {card.studio?.name ?? card.host.organisation}·{card.district ?? t('cityRun')}
        </span>
        <span className="block text-meta text-ink-3">
          {dayWords(Date.parse(card.startsAt), locale)}
          {changedCount > 0 && <span className="ml-3 text-bamboo">{t('changedPlan', { count: changedCount })}</span>}
        </span>
      </Link>
    </li>
  )
}
