import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { ActivityForm } from '#app/_features/activity/activity-form.tsx'
import { formOf, placeOf } from '#app/_features/activity/form-values.ts'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call, callIfFound } from '#app/_server/call.ts'
import { SitePage } from '../../../../(public)/_site/site-page.tsx'

type EditActivityPageProps = { params: Promise<{ activityId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('activity.form'))('editTitle') }
}

/** 编辑活动. Who may not change it is led to its page. */
export default async function EditActivityPage({ params }: EditActivityPageProps) {
  const { activityId } = await params
  const [me, detail, t] = await Promise.all([
    call('me.get', {}),
    callIfFound('activity.get', { activityId }),
    getTranslations('activity.form'),
  ])
  if (me === null) redirect(`/sign-in?next=${encodeURIComponent(`/activities/${activityId}/edit`)}`)
  if (detail === null) notFound()
  const { card, may } = detail
  if (!may.edit) redirect(`/activities/${activityId}`)
  const place = {
    studioId: card.studio?.id ?? null,
    name: card.studio?.name ?? card.host.organisation,
    kinds: [card.kind],
  }
  const known = me.mayCreateIn.find(({ studioId }) => studioId === place.studioId)
  return (
    <SitePage current="activities">
      <h1 className="pt-4 pb-6 font-song text-title font-semibold phone:pb-4 phone:text-h1">{t('editTitle')}</h1>
      <ClientTexts namespaces={['activity', 'common', 'registration']}>
        <ActivityForm
          activityId={activityId}
          initial={formOf(detail)}
          places={[known ?? place]}
          publishablePlaces={card.state === 'draft' && may.publish ? [placeOf(place.studioId)] : []}
          mayAnnounce={me.roles.some(({ role }) => role === 'office')}
        />
      </ClientTexts>
    </SitePage>
  )
}
