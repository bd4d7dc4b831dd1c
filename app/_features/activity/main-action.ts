import type { ActivityDetail } from '#core/contract/http-requests.ts'
import type { RegistrationStanding } from '#core/contract/registrations.ts'

/** How long before the start the room's lobby is offered to everybody. */
const LOBBY_OPENS_MS = 30 * 60_000

/** The one thing to do with an activity now. */
export type MainAction =
  | { kind: 'publish' }
  | { kind: 'register'; word: 'register' | 'wait' | 'ask' }
  | {
      kind: 'link'
      word: 'prepare' | 'enter' | 'watch' | 'replay' | 'signIn' | 'signInToRegister' | 'calendar'
      href: string
    }
  | { kind: 'none'; reason: 'draft' | 'cancelled' | 'closed' | 'noReplay' }

type Moment = { isGuest: boolean; nowEpochMs: number }

const keyOf = ({ linkToken }: { linkToken: string | null }) => (linkToken === null ? '' : `?k=${linkToken}`)

type Offered = Pick<ActivityDetail, 'card' | 'may'> & { registration: RegistrationStanding | null }

/** DESIGN.md, States: the main button of an event over time. */
export function mainActionOf({ card, may, registration }: Offered, moment: Moment): MainAction {
  const room = `/seminar/${card.id}${keyOf(card)}`
  switch (card.state) {
    case 'draft':
      return may.publish ? { kind: 'publish' } : { kind: 'none', reason: 'draft' }
    case 'cancelled':
      return { kind: 'none', reason: 'cancelled' }
    case 'published': {
      if (may.openRoom) return { kind: 'link', word: 'prepare', href: room }
      const isSoon = Date.parse(card.startsAt) - moment.nowEpochMs <= LOBBY_OPENS_MS
      if (isSoon && may.enter) return { kind: 'link', word: 'enter', href: room }
      if (registration?.isOpen === true && registration.mine === null) {
        if (registration.may.register) return { kind: 'register', word: registerWord(registration) }
        if (moment.isGuest) return { kind: 'link', word: 'signInToRegister', href: signInFor(card) }
      }
      return { kind: 'link', word: 'calendar', href: `/activities/${card.id}/calendar.ics${keyOf(card)}` }
    }
    case 'live':
      if (may.enter) return { kind: 'link', word: moment.isGuest ? 'watch' : 'enter', href: room }
      return moment.isGuest
        ? { kind: 'link', word: 'signIn', href: `/sign-in?next=${encodeURIComponent(room)}` }
        : { kind: 'none', reason: 'closed' }
    case 'ended':
      return card.replayDurationMs === null
        ? { kind: 'none', reason: 'noReplay' }
        : { kind: 'link', word: 'replay', href: `/replay/${card.id}${keyOf(card)}` }
    default:
      return card.state satisfies never
  }
}

const signInFor = (card: { id: string; linkToken: string | null }) =>
  `/sign-in?next=${encodeURIComponent(`/activities/${card.id}${keyOf(card)}`)}`

function registerWord({ mode, capacity, registered }: RegistrationStanding): 'register' | 'wait' | 'ask' {
  if (mode === 'approval') return 'ask'
  return capacity !== null && registered >= capacity ? 'wait' : 'register'
}
