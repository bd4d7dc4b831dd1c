import { getTranslations } from 'next-intl/server'
import type { StudioCard } from '#core/contract/http-requests.ts'
import { DottedLeaderRow } from '#app/_ui/dotted-leader-row.tsx'
import { LevelTag } from '#app/_ui/level-tag.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'

const RANKS = { qilu: 'highest', city: 'middle', district: 'local' } as const

/** 工作室: the first lines of the directory. */
export async function HomeStudios({ studios }: { studios: readonly StudioCard[] }) {
  const [t, common] = await Promise.all([getTranslations('home.studios'), getTranslations('common')])
  return (
    <Section
      title={t('title')}
      link={
        <TextLink href="/studios" tone="quiet">
          {t('all')}
        </TextLink>
      }
    >
      <ol className="columns-2 gap-14 phone:columns-1">
        {studios.map((studio) => (
          <li key={studio.id}>
            <DottedLeaderRow
              href={`/studios/${studio.id}`}
              title={studio.master.name}
              mark={<LevelTag rank={RANKS[studio.level]}>{common(`levels.${studio.level}`)}</LevelTag>}
              value={studio.subject}
              note={studio.district}
            />
          </li>
        ))}
      </ol>
    </Section>
  )
}
