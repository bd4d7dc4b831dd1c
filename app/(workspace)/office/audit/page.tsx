import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { AuditFilters } from '#app/_features/audit/audit-filters.tsx'
import { hrefOfAudit, readAuditQuery } from '#app/_features/audit/audit-query.ts'
import { AuditRows } from '#app/_features/audit/audit-rows.tsx'
import { call } from '#app/_server/call.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { ExportLink } from '#app/_ui/export-link.tsx'
import { OfficePage } from '../_frame/office-page.tsx'

type AuditPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') }
}

/** 审计: who did what, and when; the newest first. */
export default async function AuditPage({ searchParams }: AuditPageProps) {
  const query = readAuditQuery(await searchParams)
  const me = await call('me.get', {})
  if (me === null) redirect(`/sign-in?next=${encodeURIComponent(hrefOfAudit(query))}`)
  if (!me.mayManagePeople) notFound()
  const { area, search, from, to, cursor } = query
  const asked = Object.entries({ area, search, from, to, cursor }).filter(([, value]) => value !== undefined)
  const [{ items, nextCursor }, t, exporting] = await Promise.all([
    call('audit.list', Object.fromEntries(asked)),
    getTranslations('audit'),
    getTranslations('export'),
  ])
  return (
    <OfficePage current="audit" path={hrefOfAudit(query)}>
      <h1 className="pt-1 font-song text-title font-semibold phone:text-h1">{t('title')}</h1>
      <p className="pt-1 pb-6 text-ink-2 phone:pb-4">{t('lead')}</p>
      <AuditFilters query={query} />
      <p className="pb-3">
        <ExportLink href={hrefOfAudit({ ...query, cursor: undefined }).replace('/office/audit', '/api/exports/audit')}>
          {exporting('button')}
        </ExportLink>
      </p>
      <div className="border-t border-line-2 pt-1">
        {items.length === 0 ? (
          <div className="pt-4">
            <Empty
              title={t('none')}
              size="part"
              headingLevel={2}
              actions={<LinkButton href="/office/audit">{t('showAll')}</LinkButton>}
            >
              {t('noneText')}
            </Empty>
          </div>
        ) : (
          <AuditRows lines={items} />
        )}
        <p className="mt-6 flex gap-3">
          {nextCursor !== null && (
            <LinkButton href={hrefOfAudit({ ...query, cursor: nextCursor })}>{t('more')}</LinkButton>
          )}
          {cursor !== undefined && (
            <LinkButton href={hrefOfAudit({ ...query, cursor: undefined })}>{t('newest')}</LinkButton>
          )}
        </p>
      </div>
    </OfficePage>
  )
}
