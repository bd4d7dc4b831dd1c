import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { PlanEditor } from '#app/_features/lesson-plan/index.ts'
import { callIfFound } from '#app/_server/call.ts'
import { ToastRegion } from '#app/_ui/toast.tsx'

type PlanPageProps = {
  params: Promise<{ activityId: string }>
  searchParams: Promise<{ k?: string | string[] }>
}

const find = cache(async (activityId: string, link: string | undefined) => {
  const input = { activityId, ...(link === undefined ? {} : { link }) }
  const [facts, activity] = await Promise.all([callIfFound('plan.get', input), callIfFound('activity.get', input)])
  return facts === null || activity === null ? null : { facts, card: activity.card }
})

async function load({ params, searchParams }: PlanPageProps) {
  const [{ activityId }, { k }] = await Promise.all([params, searchParams])
  const link = typeof k === 'string' ? k : undefined
  return { ...((await find(activityId, link)) ?? notFound()), link: link ?? null }
}

export async function generateMetadata(page: PlanPageProps): Promise<Metadata> {
  const [{ facts }, t] = await Promise.all([load(page), getTranslations('plan')])
  return { title: `${facts.title}·${t('editorLabel')}` }
}

/** The plan of an activity as a page of its own, for writing before and after the seminar. */
export default async function PlanPage(page: PlanPageProps) {
  const [{ facts, card, link }, t] = await Promise.all([load(page), getTranslations('plan')])
  const place = card.studio?.name ?? card.host.organisation
  return (
    <ClientTexts namespaces={['plan']}>
      <PlanEditor
        facts={facts}
        linkToken={link}
        backHref={`/activities/${card.id}${link === null ? '' : `?k=${link}`}`}
        trail={[place]}
        runningHead={{ left: card.studio?.subject ?? '', right: place }}
      />
      <ToastRegion label={t('toasts')} closeLabel={t('closeToast')} />
    </ClientTexts>
  )
}
