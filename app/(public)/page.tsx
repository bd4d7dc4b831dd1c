import { HomeAnnouncements } from '#app/_features/announcement/home-announcements.tsx'
import { HomeHero } from '#app/_features/home/home-hero.tsx'
import { HomeReplays } from '#app/_features/home/home-replays.tsx'
import { HomeStudios } from '#app/_features/home/home-studios.tsx'
import { HomeWeek } from '#app/_features/home/home-week.tsx'
import { call } from '#app/_server/call.ts'
import { requestTime } from '#app/_server/request-time.ts'
import { SitePage } from './_site/site-page.tsx'

const ANNOUNCEMENTS_SHOWN = 3
const STUDIOS_SHOWN = 6
const STUDIOS_LOOKED_AT = 60
const RANKS = { qilu: 0, city: 1, district: 2 } as const

/** 首页: what is live, large; the week; the newest replays. */
export default async function HomePage() {
  const nowEpochMs = requestTime()
  const [home, studios, me, announcements] = await Promise.all([
    call('home.get', {}),
    call('studios.list', { limit: STUDIOS_LOOKED_AT }),
    call('me.get', {}),
    call('announcements.list', { limit: ANNOUNCEMENTS_SHOWN }),
  ])
  const upcoming = home.week.find(({ state, startsAt }) => state === 'published' && Date.parse(startsAt) > nowEpochMs)
  const first = home.live[0] ?? upcoming ?? null
  const people =
    first === null
      ? []
      : (
          await call('activity.get', {
            activityId: first.id,
            ...(first.linkToken === null ? {} : { link: first.linkToken }),
          })
        ).people
  const face = people.find(({ role }) => role === 'presenter')?.person ?? first?.host ?? null
  return (
    <SitePage current="home">
      <HomeHero first={first} face={face} others={home.live.slice(1)} isGuest={me === null} nowEpochMs={nowEpochMs} />
      <HomeAnnouncements announcements={announcements.items} />
      <HomeWeek activities={home.week} nowEpochMs={nowEpochMs} />
      <HomeReplays replays={home.replays.slice(0, 3)} />
      <HomeStudios
        studios={studios.items.toSorted((a, b) => RANKS[a.level] - RANKS[b.level]).slice(0, STUDIOS_SHOWN)}
      />
    </SitePage>
  )
}
