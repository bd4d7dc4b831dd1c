import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { registrant } from '#core/contract/registrations.ts'
import { Registrants } from '#app/_features/registration/registrants.tsx'
import { InvitePeople } from '#app/_features/registration/invite-people.tsx'
import { hrefOfRegistrants, readRegistrantState } from '#app/_features/registration/registrants-query.ts'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call, callIfFound } from '#app/_server/call.ts'
import { FilterLinks } from '#app/_ui/filter-links.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { ExportLink } from '#app/_ui/export-link.tsx'
import { SitePage } from '../../../../(public)/_site/site-page.tsx'

type RegistrationsPageProps = {
  params: Promise<{ activityId: string }>
  searchParams: Promise<{ state?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('registration.list'))('title') }
}

/** 报名名单, for the host. Who may not see it is led to the activity. */
export default async function RegistrationsPage({ params, searchParams }: RegistrationsPageProps) {
  const [{ activityId }, asked] = await Promise.all([params, searchParams])
  const state = readRegistrantState(asked.state)
  const [me, detail, t, states, exporting] = await Promise.all([
    call('me.get', {}),
    callIfFound('activity.get', { activityId }),
    getTranslations('registration.list'),
    getTranslations('registration.states'),
    getTranslations('export'),
  ])
  if (me === null) redirect(`/sign-in?next=${encodeURIComponent(hrefOfRegistrants(activityId, state))}`)
  if (detail === null) notFound()
  const { card, registration } = detail
  if (registration?.may.decide !== true) redirect(`/activities/${activityId}`)
  const first = await call('registrations.list', { activityId, state })
  const { counts } = first
  const all = counts.asked + counts.registered + counts.waiting + counts.declined
  const choices = [
    { label: t('all', { count: all }), href: hrefOfRegistrants(activityId), isChosen: state === undefined },
    ...registrant.shape.state.options.map((one) => ({
      label: `${states(one)} ${counts[one]}`,
      href: hrefOfRegistrants(activityId, one),
      isChosen: state === one,
    })),
  ]
  return (
    <SitePage current="activities">
      <p className="pt-4 text-meta">
        <TextLink href={`/activities/${activityId}`} tone="quiet">
          {card.title}
        </TextLink>
      </p>
      <h1 className="pt-1 font-song text-title font-semibold phone:text-h1">{t('title')}</h1>
      <p className="pt-1 pb-6 text-ink-2 phone:pb-4">
        {registration.capacity === null
          ? t('leadOpen', { registered: counts.registered })
          : t('lead', { registered: counts.registered, capacity: registration.capacity })}
      </p>
      <div className="border-t border-line-2 pt-5 phone:pt-3 desk:grid desk:grid-cols-[8.5rem_minmax(0,1fr)] desk:gap-x-6">
        <FilterLinks label={t('filter')} choices={choices} />
        <div className="min-w-0 phone:mt-3">
          <p className="pb-3">
            <ExportLink
              href={`/api/exports/registrations?activity=${activityId}${state === undefined ? '' : `&state=${state}`}`}
            >
              {exporting('button')}
            </ExportLink>
          </p>
          <ClientTexts namespaces={['registration', 'common']}>
            {(card.state === 'published' || card.state === 'live') && (
              <InvitePeople activityId={activityId} invited={registration.invited} />
            )}
            <Registrants
              key={state ?? 'all'}
              activityId={activityId}
              state={state}
              first={first}
              mayDecide={card.state !== 'ended' && card.state !== 'cancelled'}
            />
          </ClientTexts>
        </div>
      </div>
    </SitePage>
  )
}
