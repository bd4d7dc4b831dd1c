import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ResourceForm } from '#app/_features/resource/resource-form.tsx'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call, callIfFound } from '#app/_server/call.ts'
import { TextLink } from '#app/_ui/text-link.tsx'
import { SitePage } from '../../../../(public)/_site/site-page.tsx'

type EditResourcePageProps = { params: Promise<{ resourceId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('resource.form'))('title') }
}

const ACTIVITIES_OFFERED = 50

/** 资源说明. */
export default async function EditResourcePage({ params }: EditResourcePageProps) {
  const { resourceId } = await params
  const resource = (await callIfFound('resource.get', { resourceId })) ?? notFound()
  if (!resource.may.change) notFound()
  const [t, { items }] = await Promise.all([
    getTranslations('resource.form'),
    call('activities.list', { studioId: resource.studio.id, limit: ACTIVITIES_OFFERED }),
  ])
  const offered = items.map(({ id, title }) => ({ id, title }))
  const { activity } = resource
  const isOffered = activity === null || offered.some(({ id }) => id === activity.id)
  return (
    <SitePage current="resources" path={`/resources/${resourceId}/edit`}>
      <p className="pt-2">
        <TextLink href={`/resources/${resourceId}`} tone="quiet">
          {resource.title}
        </TextLink>
      </p>
      <h1 className="pt-2 pb-6 font-song text-title font-semibold phone:text-h1">{t('title')}</h1>
      <ClientTexts namespaces={['resource', 'common']}>
        <ResourceForm
          resourceId={resourceId}
          version={resource.version}
          activities={isOffered ? offered : [activity, ...offered]}
          start={{
            ...{ title: resource.title, summary: resource.summary, kind: resource.kind, subject: resource.subject },
            ...{ stage: resource.stage, edition: resource.edition, volume: resource.volume, unit: resource.unit },
            ...{ licence: resource.licence, downloads: resource.downloadsFor, activityId: activity?.id ?? null },
          }}
        />
      </ClientTexts>
    </SitePage>
  )
}
