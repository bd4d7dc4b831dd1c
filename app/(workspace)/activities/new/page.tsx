import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { id } from '#core/contract/fields.ts'
import { planYear } from '#core/contract/year-plans.ts'
import { ActivityForm } from '#app/_features/activity/activity-form.tsx'
import { emptyForm, placeOf } from '#app/_features/activity/form-values.ts'
import { plannedForm } from '#app/_features/activity/planned-form.ts'
import { publishablePlaces } from '#app/_features/activity/publishable-places.ts'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call, callIfPermitted } from '#app/_server/call.ts'
import { requestTime } from '#app/_server/request-time.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { SitePage } from '../../../(public)/_site/site-page.tsx'

type NewActivityPageProps = { searchParams: Promise<unknown> }

const address = z.object({
  studio: id.optional().catch(undefined),
  /** What of the studio's plan it is made from. */
  planYear: z.coerce.number().pipe(planYear).optional().catch(undefined),
  planItem: id.optional().catch(undefined),
})

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('activity.form'))('newTitle') }
}

/** 新建活动. */
export default async function NewActivityPage({ searchParams }: NewActivityPageProps) {
  const [parameters, me, t] = await Promise.all([searchParams, call('me.get', {}), getTranslations('activity.form')])
  const { studio, planYear: year, planItem: itemId } = address.parse(parameters)
  if (me === null) redirect('/sign-in?next=%2Factivities%2Fnew')
  const wanted = me.mayCreateIn.find(({ studioId }) => studioId === studio) ?? me.mayCreateIn[0]
  const empty = emptyForm({ place: placeOf(wanted?.studioId ?? null), nowEpochMs: requestTime() })
  const view =
    year === undefined || itemId === undefined || wanted?.studioId !== studio || studio === undefined
      ? null
      : await callIfPermitted('year-plan.get', { studioId: studio, year })
  const planned = itemId === undefined || view === null ? null : plannedForm(empty, { view, itemId })
  const planId = view?.plan?.id
  return (
    <SitePage current="activities">
      {wanted === undefined ? (
        <Empty
          title={t('nowhereTitle')}
          actions={
            <LinkButton href="/studios" tone="primary">
              {t('nowhereAction')}
            </LinkButton>
          }
        >
          {t('nowhereText')}
        </Empty>
      ) : (
        <>
          <h1 className="pt-4 pb-6 font-song text-title font-semibold phone:pb-4 phone:text-h1">{t('newTitle')}</h1>
          <ClientTexts namespaces={['activity', 'common', 'registration']}>
            <ActivityForm
              activityId={null}
              initial={planned ?? empty}
              planItem={planned === null || itemId === undefined || planId === undefined ? null : { planId, itemId }}
              places={me.mayCreateIn}
              publishablePlaces={publishablePlaces(me)}
              mayAnnounce={me.roles.some(({ role }) => role === 'office')}
            />
          </ClientTexts>
        </>
      )}
    </SitePage>
  )
}
