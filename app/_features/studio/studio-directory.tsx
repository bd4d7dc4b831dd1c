import { getTranslations } from 'next-intl/server'
import type { StudioCard } from '#core/contract/http-requests.ts'
import type { StudioChoices } from '#core/contract/studio-filter.ts'
import { buttonStyle } from '#app/_ui/button-style.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { StudioFilters } from './studio-filters.tsx'
import { filterFields, hrefOfStudios, type StudioQuery } from './studio-query.ts'
import { ExportLink } from '#app/_ui/export-link.tsx'
import { StudioRows } from './studio-rows.tsx'

type StudioDirectoryProps = {
  studios: readonly StudioCard[]
  nextCursor: string | null
  choices: StudioChoices
  query: StudioQuery
  /** Somebody who is signed in. */
  mayExport: boolean
}

/** 名录: a table of contents, narrowed by what stands beside it and by words. */
export async function StudioDirectory({ studios, nextCursor, choices, query, mayExport }: StudioDirectoryProps) {
  const [t, exporting] = await Promise.all([getTranslations('studio.list'), getTranslations('export')])
  const isNarrowed = query.search !== '' || filterFields(query).length > 0
  return (
    <>
      <h1 className="pt-4 pb-6 font-song text-title font-semibold phone:pb-4 phone:text-h1">{t('title')}</h1>
      <div className="border-t border-line-2 pt-5 phone:pt-3 desk:grid desk:grid-cols-[8.5rem_minmax(0,1fr)] desk:gap-x-10">
        <StudioFilters query={query} choices={choices} />
        <div className="min-w-0">
          <form action="/studios" role="search" className="mb-4 flex flex-wrap items-center gap-3">
            {filterFields(query).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <input
              name="q"
              type="search"
              maxLength={60}
              defaultValue={query.search}
              aria-label={t('search')}
              placeholder={t('search')}
              className="h-10 w-64 min-w-0 rounded-control border border-edge bg-sheet px-3 text-lead phone:flex-1"
            />
            <button className={buttonStyle({})}>{t('find')}</button>
            <p className="flex items-baseline gap-4 text-meta text-ink-3 phone:w-full">
              <span>{t('total', { count: choices.total })}</span>
              {isNarrowed && studios.length > 0 && <TextLink href="/studios">{t('showAll')}</TextLink>}
            </p>
          </form>
          {studios.length === 0 ? (
            <Empty
              title={isNarrowed ? t('emptyTitle') : t('noneTitle')}
              size="part"
              headingLevel={2}
              {...(isNarrowed ? { actions: <LinkButton href="/studios">{t('showAll')}</LinkButton> } : {})}
            >
              {isNarrowed ? t('emptyText') : t('noneText')}
            </Empty>
          ) : (
            <StudioRows studios={studios} />
          )}
          {mayExport && studios.length > 0 && (
            <p className="mt-6">
              <ExportLink
                href={hrefOfStudios({ ...query, cursor: undefined }).replace('/studios', '/api/exports/studios')}
              >
                {exporting('button')}
              </ExportLink>
            </p>
          )}
          {nextCursor !== null && (
            <p className="mt-6">
              <LinkButton href={hrefOfStudios({ ...query, cursor: nextCursor })}>{t('more')}</LinkButton>
            </p>
          )}
        </div>
      </div>
    </>
  )
}
