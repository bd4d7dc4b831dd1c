import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { StudioDetail } from '#core/contract/http-requests.ts'
import { LevelTag } from '#app/_ui/level-tag.tsx'

const RANKS = { qilu: 'highest', city: 'middle', district: 'local' } as const

type StudioHeadProps = { studio: StudioDetail; actions: ReactNode }

/** The spine with the name, the face, what the studio is about, its numbers. */
export async function StudioHead({ studio: { card, months, followers }, actions }: StudioHeadProps) {
  const [t, common] = await Promise.all([getTranslations('studio.head'), getTranslations('common')])
  const held = months.reduce((sum, month) => sum + month.held, 0)
  const { portraitUrl, name } = card.master
  return (
    <section className="grid grid-cols-[7rem_31.25rem_minmax(0,1fr)] items-stretch gap-10 pt-4 laptop:grid-cols-[5rem_minmax(0,1fr)_minmax(0,1fr)] laptop:gap-6 phone:grid-cols-[4rem_1fr] phone:gap-4">
      <div className="flex min-h-85 flex-col items-center justify-between border-x border-line-2 pt-2 pb-2.5 phone:min-h-65">
        <h1 className="font-song text-[1.875rem] leading-11 font-semibold tracking-[0.08em] [writing-mode:vertical-rl] phone:text-[1.375rem] phone:leading-8">
          {card.name}
        </h1>
        <LevelTag rank={RANKS[card.level]}>{common(`levels.${card.level}`)}</LevelTag>
      </div>
      <div className="relative grid place-items-center overflow-hidden rounded-paper bg-room">
        {portraitUrl === null ? (
          <span aria-hidden className="font-song text-[6rem] leading-none text-ink-4">
            {Array.from(name)[0]}
          </span>
        ) : (
          // Already cut to size by the server.
          // eslint-disable-next-line @next/next/no-img-element
          <img src={portraitUrl} alt={name} className="absolute inset-0 size-full object-cover" />
        )}
      </div>
      <div className="flex flex-col justify-between phone:col-span-2 phone:gap-3.5">
        <p className="text-meta text-ink-3">
          {[card.subject, card.district, card.openedYear === null ? '' : t('opened', { year: String(card.openedYear) })]
            .filter((word) => word !== '')
            .join('·')}
        </p>
        {card.motto !== '' && (
          <p className="font-song text-[1.375rem] leading-10 whitespace-pre-line phone:text-[1.1875rem] phone:leading-[2.125rem]">
            {brokenAtColon(card.motto)}
          </p>
        )}
        <dl className="grid grid-cols-2 gap-x-6 gap-y-3 border-t border-line pt-3">
          <Figure term={t('members')} value={card.memberCount} />
          <Figure term={t('heldThisYear')} value={held} />
          <Figure term={t('activities')} value={card.activityCount} />
          <Figure term={t('followers')} value={followers} />
          <div>
            <dt className="text-meta text-ink-3">{t('master')}</dt>
            <dd className="font-song text-[1.375rem] leading-9 font-semibold">{name}</dd>
          </div>
        </dl>
        <div className="flex min-h-10 flex-wrap items-center gap-3">{actions}</div>
      </div>
    </section>
  )
}

/** A sentence that announces something breaks there. */
const brokenAtColon = (motto: string) => (motto.includes('\n') ? motto : motto.replace(/：(?=.)/, '：\n'))

function Figure({ term, value }: { term: string; value: number }) {
  return (
    <div>
      <dt className="text-meta text-ink-3">{term}</dt>
      <dd className="font-song text-[1.625rem] leading-9 font-semibold">{value}</dd>
    </div>
  )
}
