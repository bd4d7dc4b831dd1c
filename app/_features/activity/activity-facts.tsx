import { getLocale, getTranslations } from 'next-intl/server'
import type { PersonCard } from '#core/contract/activity.ts'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import type { RoomRole } from '#core/contract/roles.ts'
import { dayNumberOf } from '#core/domain/activity/city-calendar.ts'
import { clockWords, dayWords, weekdayWords } from '#core/domain/activity/time-words.ts'
import { FactList, type Fact } from '#app/_ui/fact-list.tsx'
import { RegistrationFact } from './registration-fact.tsx'
import { LevelTag } from '#app/_ui/level-tag.tsx'

const RANKS = { qilu: 'highest', city: 'middle', district: 'local' } as const
const NAMED = [
  ['speaker', 'speaker'],
  ['note-taker', 'noteTaker'],
  ['observer', 'observer'],
] as const satisfies readonly (readonly [RoomRole, string])[]

/** 时间, 主持, who else, 进入, 录制. */
export async function ActivityFacts({ detail }: { detail: HttpOutput<'activity.get'> }) {
  const { card, people, willRecord, registration } = detail
  const [t, common, registering, locale] = await Promise.all([
    getTranslations('activity'),
    getTranslations('common'),
    getTranslations('registration.fact'),
    getLocale(),
  ])
  const [from, to] = [Date.parse(card.startsAt), Date.parse(card.endsAt)]
  const roles: Fact[] = NAMED.flatMap(([role, term]) => {
    const named = people.filter((one) => one.role === role)
    if (named.length === 0) return []
    return [
      {
        term: t(`aside.${term}`),
        value: named.map(({ person, note }) => <Person key={person.id} person={person} note={note} />),
      },
    ]
  })
  return (
    <FactList
      className="mt-5"
      facts={[
        {
          term: t('aside.time'),
          value: (
            <time dateTime={card.startsAt}>
              {dayWords(from, locale)} {weekdayWords(from, locale)}
              <br />
              {t(dayNumberOf(to) > dayNumberOf(from) ? 'aside.timeRangeNextDay' : 'aside.timeRange', {
                from: clockWords(from),
                to: clockWords(to),
              })}
            </time>
          ),
        },
        {
          term: t('aside.host'),
          value: (
            <>
              {card.host.name}
              {card.studio !== null && (
                <LevelTag rank={RANKS[card.studio.level]} className="ml-3.5">
                  {common(`levels.${card.studio.level}`)}
                </LevelTag>
              )}
              <span className="block text-ink-3">
                {[card.studio?.name ?? card.host.organisation, card.studio?.subject, card.district]
                  .filter((word) => typeof word === 'string')
                  .join('·')}
              </span>
            </>
          ),
        },
        ...(card.venue.mode === 'online'
          ? []
          : [
              {
                term: t('aside.where'),
                value: (
                  <>
                    {card.venue.where}
                    {card.venue.mode === 'both' && <span className="block text-ink-3">{t('aside.alsoOnline')}</span>}
                  </>
                ),
              },
            ]),
        ...(card.subjects.length + card.stages.length === 0
          ? []
          : [
              {
                term: t('aside.for'),
                value: [card.stages.join('、'), card.subjects.join('、')].filter(Boolean).join('·'),
              },
            ]),
        ...roles,
        ...(registration === null
          ? []
          : [{ term: registering('term'), value: <RegistrationFact standing={registration} card={card} /> }]),
        { term: t('aside.entry'), value: t(`entries.${card.entry}`) },
        ...(card.state === 'ended' || card.state === 'cancelled'
          ? []
          : [{ term: t('aside.recording'), value: t(willRecord ? 'aside.willRecord' : 'aside.willNotRecord') }]),
      ]}
    />
  )
}

function Person({ person, note }: { person: PersonCard; note: string | null }) {
  return (
    <span className="block">
      {person.name}
      <span className="block text-ink-3">{note ?? person.organisation}</span>
    </span>
  )
}
