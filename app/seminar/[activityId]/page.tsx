import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { SeminarDoor } from '#app/_features/seminar-room/index.ts'
import { ClientTexts } from '#app/_i18n/client-texts.tsx'
import { call, callIfFound } from '#app/_server/call.ts'
import { requestTime } from '#app/_server/request-time.ts'
import { PlanSlot } from './plan-slot.tsx'

const ROOM_THEME_COOKIE = 'tongke-room-theme'

type SeminarPageProps = {
  params: Promise<{ activityId: string }>
  searchParams: Promise<{ k?: string | string[] }>
}

const load = cache(async ({ params, searchParams }: SeminarPageProps) => {
  const [{ activityId }, { k }] = await Promise.all([params, searchParams])
  const link = typeof k === 'string' ? k : null
  return { link, detail: await callIfFound('activity.get', { activityId, ...(link === null ? {} : { link }) }) }
})

export async function generateMetadata(props: SeminarPageProps): Promise<Metadata> {
  const { detail } = await load(props)
  return detail === null ? {} : { title: detail.card.title }
}

/** The room: always dark unless its own switch says otherwise. */
export default async function SeminarPage(props: SeminarPageProps) {
  const [{ link, detail }, me, words, cookieJar] = await Promise.all([
    load(props),
    call('me.get', {}),
    getTranslations('common'),
    cookies(),
  ])
  if (detail === null) notFound()
  const { card } = detail
  const key = link === null ? '' : `?k=${encodeURIComponent(link)}`
  const facts = {
    activityId: card.id,
    linkToken: link,
    title: card.title,
    kindWord: words(`kinds.${card.kind}`),
    activityHref: `/activities/${card.id}${key}`,
    replayHref: `/replay/${card.id}${key}`,
    isGuest: me === null,
    myName: me?.person.name ?? null,
    willRecord: detail.willRecord,
    startsAtEpochMs: Date.parse(card.startsAt),
    openedAtRenderMs: requestTime(),
    isOpen: card.state === 'live',
    mayOpen: detail.may.openRoom,
  }
  const plan = detail.plan === null ? null : <PlanSlot facts={detail.plan} linkToken={link} />
  return (
    <ClientTexts namespaces={['room', 'plan']}>
      <SeminarDoor
        facts={facts}
        plan={plan}
        theme={cookieJar.get(ROOM_THEME_COOKIE)?.value === 'light' ? 'light' : 'dark'}
        themeCookie={ROOM_THEME_COOKIE}
      />
    </ClientTexts>
  )
}
