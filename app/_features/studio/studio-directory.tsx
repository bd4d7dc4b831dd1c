import { getTranslations } from 'next-intl/server'
import { titleLevel } from '#core/contract/activity.ts'
import type { StudioCard } from '#core/contract/http-requests.ts'
import { buttonStyle } from '#app/_ui/button-style.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { FilterLinks } from '#app/_ui/filter-links.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { hrefOfStudios, STUDIO_KINDS, type StudioQuery } from './studio-query.ts'
import { StudioRows } from './studio-rows.tsx'

type StudioDirectoryProps = { studios: readonly StudioCard[]; nextCursor: string | null; query: StudioQuery }

/** 名录: a table of contents, by 名师 and 名校长, by level. */
export async function StudioDirectory({ studios, nextCursor, query }: StudioDirectoryProps) {
  const [t, common] = await Promise.all([getTranslations('studio.list'), getTranslations('common')])
  const from = { ...query, cursor: undefined }
  return (
    <>
      <h1 className="pt-4 pb-6 font-song text-title font-semibold phone:pb-4 phone:text-h1">{t('title')}</h1>
      <div className="border-t border-line-2 pt-5 phone:pt-3 desk:grid desk:grid-cols-[8.5rem_minmax(0,1fr)] desk:gap-x-6">
        <div className="flex flex-col gap-6 phone:mb-4 phone:gap-2">
          <FilterLinks
            label={t('kind')}
            choices={[
              {
                label: t('all'),
                href: hrefOfStudios({ ...from, kind: undefined }),
                isChosen: query.kind === undefined,
              },
              ...STUDIO_KINDS.map((kind) => ({
                label: t(kind),
                href: hrefOfStudios({ ...from, kind }),
                isChosen: query.kind === kind,
              })),
            ]}
          />
          <FilterLinks
            label={t('level')}
            choices={[
              {
                label: t('all'),
                href: hrefOfStudios({ ...from, level: undefined }),
                isChosen: query.level === undefined,
              },
              ...titleLevel.options.map((level) => ({
                label: common(`levels.${level}`),
                href: hrefOfStudios({ ...from, level }),
                isChosen: query.level === level,
              })),
            ]}
          />
        </div>
        <div className="min-w-0">
          <form action="/studios" role="search" className="mb-4 flex gap-3">
            {query.kind !== undefined && <input type="hidden" name="kind" value={query.kind} />}
            {query.level !== undefined && <input type="hidden" name="level" value={query.level} />}
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
          </form>
          {studios.length === 0 ? (
            <Empty
              title={t('emptyTitle')}
              size="part"
              headingLevel={2}
              actions={<LinkButton href="/studios">{t('showAll')}</LinkButton>}
            >
              {t('emptyText')}
            </Empty>
          ) : (
            <StudioRows studios={studios} />
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
