'use client'

import { useTranslations } from 'next-intl'
import type { ImportDetail } from '#core/contract/imports.ts'
import { Section } from '#app/_ui/section.tsx'
import { Tabs, type TabItem } from '#app/_ui/tabs.tsx'
import { RowList } from './row-list.tsx'

/** 逐行看: what must be mended first, then what will be new and what changes. */
export function BatchRows({ batch: { id: batchId, counts, newSchools } }: { batch: ImportDetail }) {
  const t = useTranslations('import.rows')
  const tabs: TabItem<string>[] = (['faulty', 'new', 'changed'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => ({
      id: kind,
      label: t(kind),
      count: counts[kind],
      content: (
        <>
          {kind === 'faulty' && (
            <p className="pt-3 text-meta">
              <a
                href={`/api/imports/${batchId}/faults`}
                download
                className="text-bamboo underline decoration-bamboo-line underline-offset-4 hovered:decoration-bamboo"
              >
                {t('download')}
              </a>
            </p>
          )}
          <RowList key={kind} batchId={batchId} kind={kind} />
        </>
      ),
    }))
  if (newSchools.length > 0) {
    tabs.push({
      id: 'schools',
      label: t('schools'),
      count: counts.schools,
      content: (
        <>
          <ul>
            {newSchools.map(({ name, parent }) => (
              <li
                key={`${parent}-${name}`}
                className="grid gap-x-4 border-b border-line py-2.5 desk:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
              >
                <span className="font-medium">{name}</span>
                <span className="text-ink-2">{parent}</span>
              </li>
            ))}
          </ul>
          {counts.schools > newSchools.length && (
            <p className="pt-3 text-meta text-ink-3">{t('schoolsMore', { count: counts.schools })}</p>
          )}
        </>
      ),
    })
  }
  if (tabs.length === 0) return null
  return (
    <Section title={t('title')} gap="small">
      <Tabs label={t('label')} tabs={tabs} listClassName="overflow-x-auto" />
    </Section>
  )
}
