import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ManageResource } from '#app/_features/resource/manage-resource.tsx'
import { ResourceFacts } from '#app/_features/resource/resource-facts.tsx'
import { ResourceVersions } from '#app/_features/resource/resource-versions.tsx'
import { ResourceViewer } from '#app/_features/resource/resource-viewer.tsx'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { callIfFound, currentActor } from '#app/_server/call.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { SitePage } from '../../_site/site-page.tsx'

type ResourcePageProps = { params: Promise<{ resourceId: string }> }

const find = cache((resourceId: string) => callIfFound('resource.get', { resourceId }))
const load = async ({ params }: ResourcePageProps) => (await find((await params).resourceId)) ?? notFound()

export async function generateMetadata(page: ResourcePageProps): Promise<Metadata> {
  const { title, summary } = await load(page)
  return { title, ...(summary === '' ? {} : { description: summary }) }
}

/** One resource: the file itself, what it is, who may take it along, and what it was before. */
export default async function ResourcePage(page: ResourcePageProps) {
  const [resource, actor, t] = await Promise.all([load(page), currentActor(), getTranslations('resource')])
  const { id, title, summary, state, reason, shape, preview, thumbnailUrl, version, may } = resource
  const number = resource.versions[0]?.number ?? 1
  const leads =
    actor.kind === 'person' &&
    actor.grants.some(
      ({ role, scope, scopeId }) => role === 'master' && scope === 'studio' && scopeId === resource.studio.id,
    )
  const mayAnything = may.change || may.submit || may.decide || may.withdraw || may.discard || may.addVersion
  return (
    <SitePage current="resources" path={`/resources/${id}`}>
      <p className="pt-2 print:hidden">
        <TextLink href="/resources" tone="quiet">
          {t('page.back')}
        </TextLink>
      </p>
      <header className="pt-2 pb-6">
        <h1 className="max-w-200 font-song text-title font-semibold [overflow-wrap:anywhere] phone:text-h1">{title}</h1>
        {state !== 'published' && <p className="pt-1.5 text-ochre">{t(`states.${state}`)}</p>}
        {(state === 'returned' || state === 'withdrawn') && reason !== '' && (
          <p className="max-w-160 pt-1 text-ink-2">{t(`page.${state}`, { reason })}</p>
        )}
        {mayAnything && (
          <div className="pt-4">
            <ClientTexts namespaces={['resource', 'common']}>
              <ManageResource resourceId={id} version={version} publishesAtOnce={leads} may={may} />
            </ClientTexts>
          </div>
        )}
      </header>
      <div className="grid gap-x-16 gap-y-8 wide:grid-cols-[minmax(0,1fr)_18.5rem]">
        <div className="min-w-0">
          {preview === 'ready' ? (
            <ClientTexts namespaces={['resource']}>
              <ResourceViewer
                {...{ title, shape }}
                resourceId={id}
                url={`/media/resources/${id}/${number}/shown`}
                posterUrl={thumbnailUrl}
              />
            </ClientTexts>
          ) : (
            <div className="bg-well px-8 py-10 phone:px-5">
              <Empty size="part" headingLevel={2} title={resource.versions[0]?.fileName ?? title}>
                {t(`page.${preview}`)}
              </Empty>
            </div>
          )}
          {summary !== '' && (
            <p className="max-w-160 pt-6 text-read [overflow-wrap:anywhere] whitespace-pre-line">{summary}</p>
          )}
          <ResourceVersions resource={resource} />
        </div>
        <ResourceFacts resource={resource} isGuest={actor.kind !== 'person'} />
      </div>
    </SitePage>
  )
}
