import { useTranslations } from 'next-intl'
import type { ApplicationDetail } from '#core/contract/applications.ts'
import { ApplicationEvents } from '../application-events.tsx'
import { ApplicationFacts } from '../application-facts.tsx'
import { FactList } from '#app/_ui/fact-list.tsx'

/** What was handed in, what is known of the person, and how it came here. */
export function ReviewDetail({ detail }: { detail: ApplicationDetail }) {
  const t = useTranslations('application')
  const levels = useTranslations('common.levels')
  const { form, photoUrl, schoolName, notes, titles, events, organisation, district } = detail
  const titleWords = titles.map(({ kind, level, batch }) => `${levels(level)}${t(`kinds.${kind}`)} ${batch}`.trim())
  return (
    <div className="flex flex-col gap-6">
      <FactList
        size="small"
        facts={[
          { term: t('review.organisation'), value: organisation },
          { term: t('review.district'), value: district === '' ? t('review.cityOwn') : district },
          { term: t('review.titles'), value: titles.length === 0 ? t('review.noTitles') : titleWords.join('、') },
        ]}
      />
      <ApplicationFacts form={form} photoUrl={photoUrl} schoolName={schoolName} notes={notes} />
      <section>
        <h3 className="pb-2 text-meta text-ink-3">{t('parts.events')}</h3>
        <ApplicationEvents events={events} />
      </section>
    </div>
  )
}
