import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { PlanEditor } from '#app/_features/lesson-plan/plan-editor.tsx'
import { PlanText } from '#app/_features/lesson-plan/plan-text.tsx'
import { callIfFound } from '#app/_server/call.ts'
import { ToastRegion } from '#app/_ui/toast.tsx'
import { outlineOf } from '#core/lesson-plan/outline.ts'

type PlanPageProps = {
  params: Promise<{ activityId: string }>
  searchParams: Promise<{ k?: string | string[] }>
}

const find = cache(async (activityId: string, link: string | undefined) => {
  const input = { activityId, ...(link === undefined ? {} : { link }) }
  const [plan, activity] = await Promise.all([callIfFound('plan.get', input), callIfFound('activity.get', input)])
  return plan === null || activity === null ? null : { ...plan, card: activity.card }
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
  const [{ facts, blocks, card, link }, t] = await Promise.all([load(page), getTranslations('plan')])
  const place = card.studio?.name ?? card.host.organisation
  return (
    <ClientTexts namespaces={['plan']}>
      <PlanEditor
        facts={facts}
        text={<PlanText blocks={blocks} />}
        outline={outlineOf(blocks)}
        linkToken={link}
        backHref={`/activities/${card.id}${link === null ? '' : `?k=${link}`}`}
        trail={[place]}
        runningHead={{ left: card.studio?.subject ?? '', right: place }}
      />
      <ToastRegion label={t('toasts')} closeLabel={t('closeToast')} />
    </ClientTexts>
  )
}
