import { getLocale, getTranslations } from 'next-intl/server'
import { Link } from '#app/_ui/link.tsx'
import type { ActivityCard } from '#core/contract/activity.ts'
import { clockWords, dayWords } from '#core/domain/activity/time-words.ts'
import { Section } from '#app/_ui/section.tsx'

/** 草稿: what is not published yet. Nothing stands here when there is none. */
export async function DeskDrafts({ drafts }: { drafts: readonly ActivityCard[] }) {
  const [t, common, locale] = await Promise.all([getTranslations('desk'), getTranslations('common'), getLocale()])
  if (drafts.length === 0) return null
  return (
    <Section title={t('drafts')} margin="narrow" gap="small">
      <ul className="[&>li:first-child>a]:pt-0.5">
        {drafts.map((card) => (
          <li key={card.id} className="border-b border-line">
            <Link href={`/activities/${card.id}`} className="group flex items-start gap-3.5 py-2.5">
              <span className="flex-1">
                <strong className="block text-lead leading-6 font-medium group-hover:text-bamboo">{card.title}</strong>
                <span className="text-meta text-ink-3">
                  {common(`kinds.${card.kind}`)}
                  {card.studio !== null && `·${card.studio.name}`}
                </span>
              </span>
              <time dateTime={card.startsAt} className="text-meta text-ink-3">
                {dayWords(Date.parse(card.startsAt), locale)} {clockWords(Date.parse(card.startsAt))}
              </time>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
