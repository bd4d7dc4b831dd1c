import type { HttpOutput } from '#core/contract/http-requests.ts'
import { weekOf } from '#core/domain/activity/city-calendar.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { Activities, LivePresence } from '../activities/ports.ts'
import { presentActivities } from '../activities/present-activity.ts'
import type { Strips } from '../desk/ports.ts'
import type { Clock } from '../ports.ts'

const LIVE_MAX = 12
const WEEK_MAX = 60
const REPLAYS_MAX = 9

/** The city today: what is live, Monday to Sunday of this week, and the newest replays. */
export async function getHome(
  {
    activities,
    presence,
    strips,
    clock,
  }: { activities: Activities; presence: LivePresence; strips: Strips; clock: Clock },
  actor: Actor,
): Promise<HttpOutput<'home.get'>> {
  const visibleTo = actor
  const [live, week, replays] = await Promise.all([
    activities.list({ visibleTo, states: ['live'], order: 'soonest-first', limit: LIVE_MAX }),
    activities.list({
      visibleTo,
      states: ['published', 'live', 'ended'],
      startsWithin: weekOf(clock.nowEpochMs()),
      order: 'soonest-first',
      limit: WEEK_MAX,
    }),
    activities.list({ visibleTo, states: ['ended'], withReplay: true, order: 'latest-first', limit: REPLAYS_MAX }),
  ])
  const [cards, minutes] = await Promise.all([
    presentActivities({ presence }, [...live, ...week, ...replays]),
    strips.ofActivities(replays.map(({ id }) => id)),
  ])
  return {
    live: cards.slice(0, live.length),
    week: cards.slice(live.length, live.length + week.length),
    replays: cards.slice(live.length + week.length).map((card) => ({ card, strip: minutes.get(card.id) ?? [] })),
  }
}
