import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { clockWords, dayWords } from '#core/domain/activity/time-words.ts'
import { ActivityAgenda } from '#app/_features/activity/activity-agenda.tsx'
import { ActivityAside } from '#app/_features/activity/activity-aside.tsx'
import { ActivityHead } from '#app/_features/activity/activity-head.tsx'
import { ActivityPlan } from '#app/_features/activity/activity-plan.tsx'
import { ActivityPresenters } from '#app/_features/activity/activity-presenters.tsx'
import { appDeps } from '#app/_server/app-deps.ts'
import { call, callIfFound, currentActor } from '#app/_server/call.ts'
import { requestTime } from '#app/_server/request-time.ts'
import { SitePage } from '../../_site/site-page.tsx'
import { ActivityDock } from './activity-dock.tsx'
import { Materials } from './materials.tsx'
import { MainButton } from './main-button.tsx'
import { ManageActivity } from './manage-activity.tsx'
import { OwnStanding } from './own-standing.tsx'

type ActivityPageProps = {
  params: Promise<{ activityId: string }>
  searchParams: Promise<{ k?: string | string[] }>
}

const find = cache((activityId: string, link: string | undefined) =>
  callIfFound('activity.get', { activityId, ...(link === undefined ? {} : { link }) }),
)

async function load({ params, searchParams }: ActivityPageProps) {
  const [{ activityId }, { k }] = await Promise.all([params, searchParams])
  return (await find(activityId, typeof k === 'string' ? k : undefined)) ?? notFound()
}

export async function generateMetadata(page: ActivityPageProps): Promise<Metadata> {
  const [{ card }, t, locale] = await Promise.all([load(page), getTranslations('common'), getLocale()])
  const startsAt = Date.parse(card.startsAt)
  const when = `${dayWords(startsAt, locale)} ${clockWords(startsAt)}`
  const whose = card.studio?.name ?? card.host.organisation
  // What a chat shows of a link that is passed on.
  const description = [when, whose, card.question].filter((part) => part !== '').join(' · ')
  return {
    ...{ title: card.title, description, metadataBase: appDeps().publicUrl },
    openGraph: {
      ...{ title: card.title, description, type: 'website', siteName: t('brand.name') },
      ...(card.coverUrl === null ? {} : { images: [card.coverUrl] }),
    },
  }
}

/** 活动页: what, who, when, and the one thing to do now. */
export default async function ActivityPage(page: ActivityPageProps) {
  const [detail, actor] = await Promise.all([load(page), currentActor()])
  const { linkToken } = detail.card
  const materials = await call('activity.materials', {
    activityId: detail.card.id,
    ...(linkToken === null ? {} : { link: linkToken }),
  })
  const isGuest = actor.kind !== 'person'
  const nowEpochMs = requestTime()
  const { card } = detail
  const key = card.linkToken === null ? '' : `?k=${card.linkToken}`
  const path = `/activities/${card.id}${key}`
  const moment = { isGuest, nowEpochMs }
  return (
    <SitePage current="activities" path={path} dock={<ActivityDock detail={detail} moment={moment} />}>
      <ActivityHead card={card} />
      <div className="mt-8 gap-16 phone:mt-6 desk:grid desk:grid-cols-[minmax(0,1fr)_18.5rem] laptop:gap-8">
        <div className="min-w-0">
          <ActivityAgenda detail={detail} nowEpochMs={nowEpochMs} />
          <ActivityPresenters detail={detail} />
          <ActivityPlan detail={detail} />
          <Materials activityId={card.id} isOver={card.state === 'ended'} found={materials} />
        </div>
        <ActivityAside
          detail={detail}
          moment={moment}
          url={new URL(path, appDeps().publicUrl).href}
          action={<MainButton detail={detail} moment={moment} size="big" />}
          own={<OwnStanding detail={detail} isGuest={isGuest} />}
          manage={<ManageActivity detail={detail} />}
        />
      </div>
    </SitePage>
  )
}
