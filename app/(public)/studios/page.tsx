import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StudioDirectory } from '#app/_features/studio/studio-directory.tsx'
import { readStudioQuery, hrefOfStudios } from '#app/_features/studio/studio-query.ts'
import { call } from '#app/_server/call.ts'
import { TextLink } from '#app/_ui/text-link.tsx'
import { SitePage } from '../_site/site-page.tsx'

type StudiosPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('studio.list'))('title') }
}

/** 工作室名录. */
export default async function StudiosPage({ searchParams }: StudiosPageProps) {
  const query = readStudioQuery(await searchParams)
  const [page, choices, me, t] = await Promise.all([
    call('studios.list', { ...query, limit: 60 }),
    call('studios.choices', query),
    call('me.get', {}),
    getTranslations('application'),
  ])
  return (
    <SitePage current="studios" path={hrefOfStudios(query)}>
      {me !== null && !me.mayReviewApplications && (
        <p className="float-right pt-8 phone:float-none phone:pt-2">
          <TextLink href="/studios/apply">{t('apply')}</TextLink>
        </p>
      )}
      <StudioDirectory
        studios={page.items}
        nextCursor={page.nextCursor}
        choices={choices}
        query={query}
        mayExport={me !== null}
      />
    </SitePage>
  )
}
