import { getLocale, getTranslations } from 'next-intl/server'
import type { SessionPackage } from '#core/contract/session-package.ts'
import { clockWords, dateWords, lengthWords } from '#core/domain/activity/time-words.ts'
import { FactList } from '#app/_ui/fact-list.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { CopyText } from './copy-text.tsx'

type PackageHeadProps = { left: SessionPackage; url: string; linkKey: string }

/** What it is of, in figures, and how it is cited. */
export async function PackageHead({ left, url, linkKey }: PackageHeadProps) {
  const [t, common, locale] = await Promise.all([
    getTranslations('resource.package'),
    getTranslations('common'),
    getLocale(),
  ])
  const { activity, heldAt, durationMs, attendance, edits, hasReplay } = left
  const at = Date.parse(heldAt)
  const schools = new Set(attendance.people.map(({ organisation }) => organisation)).size
  const citation = t('citation', {
    ...{ studio: activity.studio?.name ?? activity.host.name, title: activity.title, url },
    ...{ kind: common(`kinds.${activity.kind}`), day: dateWords(at, locale) },
  })
  return (
    <>
      <p className="pt-2 print:hidden">
        <TextLink href={`/activities/${activity.id}${linkKey}`} tone="quiet">
          {t('back')}
        </TextLink>
      </p>
      <header className="gap-16 pt-2 desk:grid desk:grid-cols-[minmax(0,1fr)_18.5rem]">
        <div className="min-w-0">
          <p className="text-meta text-ink-3">
            {t('title')}·{common(`kinds.${activity.kind}`)}
          </p>
          <h1 className="pt-1 font-song text-title font-semibold [overflow-wrap:anywhere] phone:text-h1">
            {activity.title}
          </h1>
          {activity.question !== '' && <p className="max-w-160 pt-2 text-read text-ink-2">{activity.question}</p>}
          <p className="pt-2 text-ink-3">{t('lead')}</p>
          {hasReplay && (
            <p className="pt-5 print:hidden">
              <LinkButton href={`/replay/${activity.id}${linkKey}`} tone="primary">
                {t('watch')}
              </LinkButton>
            </p>
          )}
          <div className="mt-6 max-w-160 border-l-2 border-line-2 pl-4">
            <p className="text-meta text-ink-3">{t('cite')}</p>
            <p className="text-meta leading-6 [overflow-wrap:anywhere] text-ink-2">{citation}</p>
            <CopyText text={citation} texts={{ copy: t('copy'), copied: t('copied'), failed: t('failed') }} />
          </div>
        </div>
        <FactList
          className="phone:pt-6"
          facts={[
            { term: t('facts.time'), value: `${dateWords(at, locale)} ${clockWords(at)}` },
            { term: t('facts.length'), value: lengthWords(durationMs) },
            {
              term: t('facts.host'),
              value: [activity.host.name, activity.studio?.name ?? activity.host.organisation].join('·'),
            },
            {
              term: t('facts.people'),
              value: t('people', { people: attendance.people.length, schools, guests: attendance.guests }),
            },
            { term: t('facts.edits'), value: t('edits', { count: edits.count, authors: edits.authors.join('、') }) },
          ]}
        />
      </header>
    </>
  )
}
