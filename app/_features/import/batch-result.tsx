import { useTranslations } from 'next-intl'
import type { ImportDetail } from '#core/contract/imports.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { Section } from '#app/_ui/section.tsx'

/** What the check has found, in numbers. */
export function BatchResult({ batch: { counts, ignoredColumns } }: { batch: ImportDetail }) {
  const t = useTranslations('import.result')
  const facts = [
    { term: t('new'), value: t('person', { count: counts.new }), isZero: counts.new === 0 },
    { term: t('changed'), value: t('person', { count: counts.changed }), isZero: counts.changed === 0 },
    { term: t('same'), value: t('person', { count: counts.same }), isZero: counts.same === 0 },
    { term: t('schools'), value: t('school', { count: counts.schools }), isZero: counts.schools === 0 },
    { term: t('faulty'), value: t('row', { count: counts.faulty }), isZero: counts.faulty === 0, warns: true },
  ]
  return (
    <Section title={t('title')} note={t('note', { count: counts.rows })} gap="none">
      <dl className="flex flex-wrap gap-x-12 gap-y-4 phone:grid phone:grid-cols-2 phone:gap-x-4">
        {facts.map(({ term, value, isZero, warns = false }) => (
          <div key={term}>
            <dt className="text-meta text-ink-3">{term}</dt>
            <dd
              className={classNames(
                'font-song text-h3',
                isZero ? 'text-ink-3' : warns ? 'font-semibold text-ochre' : 'font-semibold',
              )}
            >
              {value}
            </dd>
          </div>
        ))}
      </dl>
      {ignoredColumns.length > 0 && (
        <p className="mt-4 text-meta text-ink-2">{t('ignored', { columns: ignoredColumns.join('、') })}</p>
      )}
    </Section>
  )
}
