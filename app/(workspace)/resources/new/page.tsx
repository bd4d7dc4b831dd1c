import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { id } from '#core/contract/fields.ts'
import { SendFiles } from '#app/_features/resource/send-files.tsx'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call, currentActor } from '#app/_server/call.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { SitePage } from '../../../(public)/_site/site-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('resource.send'))('title') }
}

type NewResourcesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** As they stand in an address: of which studio, and from which activity. */
const address = z.object({ studio: id.optional().catch(undefined), activity: id.optional().catch(undefined) })

/** Many files at once, each with its progress. */
export default async function NewResourcesPage({ searchParams }: NewResourcesPageProps) {
  const { studio, activity } = address.parse(await searchParams)
  if ((await currentActor()).kind !== 'person') redirect('/sign-in?next=%2Fresources%2Fnew')
  const [{ studios }, t] = await Promise.all([call('resources.places', {}), getTranslations('resource.send')])
  const first = studios.find((one) => one.id === studio) ?? studios[0]
  return (
    <SitePage current="resources" path="/resources/new">
      {first === undefined ? (
        <Empty title={t('none')} actions={<LinkButton href="/studios">{t('toStudios')}</LinkButton>}>
          {t('noneText')}
        </Empty>
      ) : (
        <>
          <h1 className="pt-4 font-song text-title font-semibold phone:text-h1">{t('title')}</h1>
          <p className="max-w-160 pt-1 pb-7 text-ink-2">{t('lead')}</p>
          <ClientTexts namespaces={['resource', 'common']}>
            <SendFiles
              studios={activity === undefined ? studios : [first]}
              first={first.id}
              activityId={activity ?? null}
            />
          </ClientTexts>
        </>
      )}
    </SitePage>
  )
}
