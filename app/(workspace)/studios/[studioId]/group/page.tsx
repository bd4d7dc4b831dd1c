import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { GroupWorkspace } from '#app/_features/membership/group-workspace.tsx'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call, callIfPermitted } from '#app/_server/call.ts'
import { pathId } from '#app/_server/path-id.ts'
import { TextLink } from '#app/_ui/text-link.tsx'
import { SitePage } from '../../../../(public)/_site/site-page.tsx'

type GroupPageProps = { params: Promise<{ studioId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('membership'))('title') }
}

/** 群组 of a studio. */
export default async function GroupPage({ params }: GroupPageProps) {
  const studioId = pathId((await params).studioId) ?? notFound()
  const path = `/studios/${studioId}/group`
  if ((await call('me.get', {})) === null) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  const group = (await callIfPermitted('studio.group', { studioId })) ?? notFound()
  const t = await getTranslations('membership')
  return (
    <SitePage current="studios" path={path}>
      <p className="pt-4 text-meta">
        <TextLink href={`/studios/${studioId}`} tone="quiet">
          {group.studio.name}
        </TextLink>
      </p>
      <h1 className="pt-1 font-song text-title font-semibold phone:text-h1">{t('title')}</h1>
      <p className="pt-1 pb-6 text-ink-2 phone:pb-4">{t('lead', { name: group.studio.masterName })}</p>
      <ClientTexts namespaces={['membership', 'common']}>
        <GroupWorkspace group={group} />
      </ClientTexts>
    </SitePage>
  )
}
