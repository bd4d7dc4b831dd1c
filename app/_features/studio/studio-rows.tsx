import { getTranslations } from 'next-intl/server'
import type { StudioCard } from '#core/contract/http-requests.ts'
import { DottedLeaderRow } from '#app/_ui/dotted-leader-row.tsx'
import { LevelTag } from '#app/_ui/level-tag.tsx'

const RANKS = { qilu: 'highest', city: 'middle', district: 'local' } as const

/** A table of contents: studios by their masters. */
export async function StudioRows({ studios }: { studios: readonly StudioCard[] }) {
  const t = await getTranslations('common')
  return (
    <ol className="columns-2 gap-14 laptop:columns-1 phone:columns-1">
      {studios.map((studio) => (
        <li key={studio.id}>
          <DottedLeaderRow
            href={`/studios/${studio.id}`}
            title={studio.master.name}
            mark={<LevelTag rank={RANKS[studio.level]}>{t(`levels.${studio.level}`)}</LevelTag>}
            value={studio.subject}
            note={studio.district}
          />
        </li>
      ))}
    </ol>
  )
}
