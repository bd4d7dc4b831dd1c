import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { monthIndexOf } from '#core/domain/activity/city-calendar.ts'
import { ActivityRows } from '#app/_features/activity/activity-rows.tsx'
import { MottoEditor } from '#app/_features/studio/motto-editor.tsx'
import { FollowButton } from '#app/_features/studio/follow-button.tsx'
import { RoomEditor } from '#app/_features/studio/room-editor.tsx'
import { StudioRoom } from '#app/_features/studio/studio-room.tsx'
import { StudioHead } from '#app/_features/studio/studio-head.tsx'
import { StudioMembers } from '#app/_features/studio/studio-members.tsx'
import { StudioReplays } from '#app/_features/studio/studio-replays.tsx'
import { StudioYear } from '#app/_features/studio/studio-year.tsx'
import { appDeps } from '#app/_server/app-deps.ts'
import { callIfFound } from '#app/_server/call.ts'
import { requestTime } from '#app/_server/request-time.ts'
import { buttonStyle } from '#app/_ui/button-style.ts'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { Section } from '#app/_ui/section.tsx'
import { SitePage } from '../../_site/site-page.tsx'
import { follow, setMotto, setRoom } from './steps.ts'

type StudioPageProps = { params: Promise<{ studioId: string }> }

const find = cache((studioId: string) => callIfFound('studio.get', { studioId }))

const load = async ({ params }: StudioPageProps) => (await find((await params).studioId)) ?? notFound()

export async function generateMetadata(page: StudioPageProps): Promise<Metadata> {
  return { title: (await load(page)).card.name }
}

/** 工作室主页: a spine, a face, a sentence; then what comes, the year, what was made, who belongs. */
export default async function StudioPage(page: StudioPageProps) {
  const [studio, t] = await Promise.all([load(page), getTranslations('studio')])
  const nowEpochMs = requestTime()
  const { card, upcoming, replays, months, members, room, isFollowed, may } = studio
  const feedUrl = new URL(`/calendars/studios/${card.id}/calendar.ics`, appDeps().publicUrl).href
  return (
    <SitePage current="studios" path={`/studios/${card.id}`}>
      <StudioHead
        studio={studio}
        actions={
          <>
            {may.createActivity && (
              <LinkButton href={`/activities/new?studio=${card.id}`} tone="primary">
                {t('create')}
              </LinkButton>
            )}
            {isFollowed === null ? (
              <LinkButton href={`/sign-in?next=${encodeURIComponent(`/studios/${card.id}`)}`}>
                {t('follow.follow')}
              </LinkButton>
            ) : (
              <FollowButton
                isFollowed={isFollowed}
                follow={follow.bind(null, card.id)}
                texts={{ follow: t('follow.follow'), followed: t('follow.followed'), busy: t('follow.busy') }}
              />
            )}
            <a href={feedUrl.replace(/^https?:/, 'webcal:')} className={buttonStyle({})}>
              {t('calendar')}
            </a>
            {may.seePlan && <LinkButton href={`/studios/${card.id}/plan`}>{t('plan')}</LinkButton>}
            {may.seeGroup && <LinkButton href={`/studios/${card.id}/group`}>{t('group')}</LinkButton>}
            {may.edit && (
              <MottoEditor
                motto={card.motto}
                save={setMotto.bind(null, card.id)}
                texts={{
                  edit: t('motto.edit'),
                  title: t('motto.title'),
                  label: t('motto.label'),
                  hint: t('motto.hint'),
                  save: t('motto.save'),
                  busy: t('motto.busy'),
                  keep: t('motto.keep'),
                }}
              />
            )}
          </>
        }
      />
      <Section title={t('upcoming')}>
        {upcoming.length === 0 ? (
          <p className="text-ink-3">{t('noUpcoming')}</p>
        ) : (
          <ol className="[&>li:first-child>a]:pt-0.5">
            <ActivityRows activities={upcoming} nowEpochMs={nowEpochMs} isOfOneStudio />
          </ol>
        )}
      </Section>
      <StudioYear months={months} month={monthIndexOf(nowEpochMs)} />
      <Section title={t('results')}>
        {replays.length === 0 ? (
          <p className="text-ink-3">{t('noResults')}</p>
        ) : (
          <ol className="[&>li:first-child>a]:pt-0.5">
            <StudioReplays replays={replays} />
          </ol>
        )}
      </Section>
      <StudioMembers members={members} />
      <StudioRoom
        room={room}
        school={card.school}
        editor={
          may.edit ? (
            <RoomEditor
              room={room}
              save={setRoom.bind(null, card.id)}
              texts={{
                ...{ edit: t('room.edit'), title: t('room.title'), place: t('room.place'), plateOn: t('room.plateOn') },
                ...{ equipment: t('room.equipment'), equipmentHint: t('room.equipmentHint'), books: t('room.books') },
                ...{ save: t('room.save'), busy: t('room.busy'), keep: t('room.keep'), wrong: t('room.wrong') },
              }}
            />
          ) : null
        }
      />
    </SitePage>
  )
}
