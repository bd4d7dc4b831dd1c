import type { HttpOutput, HttpParsedInput, HttpRequestName } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { Activities, ActivityWrites, Districts, LivePresence, SessionOpener } from '../activities/ports.ts'
import { createActivity } from '../activities/create-activity.ts'
import { findClashes } from '../activities/find-clashes.ts'
import { getActivity } from '../activities/get-activity.ts'
import { listActivities } from '../activities/list-activities.ts'
import { cancelActivity, publishActivity, unpublishActivity } from '../activities/move-activity.ts'
import { openRoom } from '../activities/open-room.ts'
import { updateActivity } from '../activities/update-activity.ts'
import { getCalendarDays, aboutCalendar, listCalendar } from '../calendar/get-calendar.ts'
import { dropOwnToken, getOwnToken, renewOwnToken } from '../calendar/own-token.ts'
import type { CalendarReads, CalendarTokens } from '../calendar/ports.ts'
import { readEvent, readFeed, readOwnFeed } from '../calendar/read-feed.ts'
import { getDesk } from '../desk/get-desk.ts'
import type { Strips } from '../desk/ports.ts'
import { getHome } from '../home/get-home.ts'
import { getMe } from '../identity/get-me.ts'
import type { Accounts, AttemptLimiter, LiveConnections, OneTimeLinks } from '../identity/ports.ts'
import { checkPasswordLink, setPassword } from '../identity/set-password.ts'
import { checkSetUp, foundCity } from '../identity/set-up.ts'
import { signOutEverywhere } from '../identity/sign-out-everywhere.ts'
import { addOrganisationBelow, invitePerson, listOrganisations, renewPasswordLink } from '../people/manage-people.ts'
import type { People } from '../people/ports.ts'
import { searchPeople } from '../people/search-people.ts'
import type { BaseDeps } from '../ports.ts'
import { foundStudio } from '../studios/found-studio.ts'
import { listAudit } from '../audit/list-audit.ts'
import { noteExport } from '../audit/note-export.ts'
import type { AuditLines } from '../audit/ports.ts'
import { decideRegistrations } from '../registrations/decide-registrations.ts'
import { invite } from '../registrations/invite.ts'
import { listRegistrations } from '../registrations/list-registrations.ts'
import type { Registrations, RegistrationTransactions } from '../registrations/ports.ts'
import { cancelRegistration, register } from '../registrations/register.ts'
import type { Resources } from '../resources/ports.ts'
import { searchCity } from '../search/search-city.ts'
import { countStudios } from '../studios/count-studios.ts'
import { getStudio } from '../studios/get-studio.ts'
import { listStudios } from '../studios/list-studios.ts'
import type { Studios, StudioWrites } from '../studios/ports.ts'
import { followStudio } from '../studios/follow-studio.ts'
import { setRoom } from '../studios/set-room.ts'
import { setMotto } from '../studios/set-motto.ts'
import type { Transactions } from '../ports/transactions.ts'

/** What a request brings beside its payload. */
export interface RequestOrigin {
  /** Of the client, for counting attempts. */
  address: string
}

type HttpUseCase<N extends HttpRequestName> = (
  actor: Actor,
  input: HttpParsedInput<N>,
  origin: RequestOrigin,
) => Promise<HttpOutput<N>>

/** What answers each request, by name. An area gives a part of it; `createAppDeps` joins the parts. */
export type HttpUseCases = { [N in HttpRequestName]?: HttpUseCase<N> }

export interface CityDeps extends BaseDeps {
  activities: Activities
  activityWrites: ActivityWrites
  registrations: Registrations
  registrationTransactions: RegistrationTransactions
  sessionOpener: SessionOpener
  presence: LivePresence
  districts: Districts
  people: People
  accounts: Accounts
  links: OneTimeLinks
  limiter: AttemptLimiter
  studios: Studios
  studioWrites: StudioWrites
  transactions: Transactions
  strips: Strips
  auditLines: AuditLines
  calendar: CalendarReads
  calendarTokens: CalendarTokens
  resources: Resources
}

/** Everything but plans and replays. */
export function createCityUseCases(deps: CityDeps & { connections: LiveConnections }) {
  /** [AUTH3] New rights hold at once, also for whom they were changed while they write. */
  const changing = async <T>(activityId: string, change: Promise<T>): Promise<T> => {
    const done = await change
    deps.connections.recheckActivity(activityId)
    return done
  }
  return {
    'me.get': (actor) => getMe(deps, actor),
    'me.sign-out-everywhere': (actor) => signOutEverywhere(deps, actor),
    'setup.check': (actor, input, { address }) => checkSetUp(deps, actor, { ...input, address }),
    'setup.found': (actor, input, { address }) => foundCity(deps, actor, { ...input, address }),
    'password.check': (actor, input, { address }) => checkPasswordLink(deps, actor, { ...input, address }),
    'password.set': (actor, input, { address }) => setPassword(deps, actor, { ...input, address }),
    'home.get': (actor) => getHome(deps, actor),
    'activities.list': (actor, input) => listActivities(deps, actor, input),
    'activity.get': (actor, input) => getActivity(deps, actor, input),
    'activity.clashes': (actor, input) => findClashes(deps, actor, input),
    'activity.create': (actor, input) => createActivity(deps, actor, input),
    'activity.update': (actor, input) => changing(input.activityId, updateActivity(deps, actor, input)),
    'activity.publish': (actor, input) => changing(input.activityId, publishActivity(deps, actor, input)),
    'activity.unpublish': (actor, input) => changing(input.activityId, unpublishActivity(deps, actor, input)),
    'activity.cancel': (actor, input) => changing(input.activityId, cancelActivity(deps, actor, input)),
    'activity.open-room': (actor, input) => openRoom(deps, actor, input),
    'activity.register': (actor, input) => register(deps, actor, input),
    'activity.cancel-registration': (actor, input) => cancelRegistration(deps, actor, input),
    'registrations.list': (actor, input) => listRegistrations(deps, actor, input),
    'registrations.decide': (actor, input) => decideRegistrations(deps, actor, input),
    'registrations.invite': (actor, input) => invite(deps, actor, input),
    'calendar.days': (actor, input) => getCalendarDays(deps, actor, input),
    'calendar.list': (actor, input) => listCalendar(deps, actor, input),
    'calendar.about': (actor) => aboutCalendar(deps, actor),
    'calendar.event': (actor, input) => readEvent(deps, actor, input),
    'calendar.feed': (actor, input) => readFeed(deps, actor, input),
    'calendar.own-feed': (_actor, input) => readOwnFeed(deps, input),
    'calendar.own-token': (actor) => getOwnToken(deps, actor),
    'calendar.renew-token': (actor) => renewOwnToken(deps, actor),
    'calendar.drop-token': (actor) => dropOwnToken(deps, actor),
    'search.city': (actor, input) => searchCity(deps, actor, input),
    'people.search': (actor, input) => searchPeople(deps, actor, input),
    'organisations.list': (actor) => listOrganisations(deps, actor),
    'organisation.add': (actor, input) => addOrganisationBelow(deps, actor, input),
    'person.add': (actor, input) => invitePerson(deps, actor, input),
    'person.renew-link': (actor, input) => renewPasswordLink(deps, actor, input),
    'audit.list': (actor, input) => listAudit(deps, actor, input),
    'export.note': (actor, input) => noteExport(deps, actor, input),
    'studios.list': (actor, input) => listStudios(deps, actor, input),
    'studios.choices': (actor, input) => countStudios(deps, actor, input),
    'studio.get': (actor, input) => getStudio(deps, actor, input),
    'studio.set-motto': (actor, input) => setMotto(deps, actor, input),
    'studio.set-room': (actor, input) => setRoom(deps, actor, input),
    'studio.follow': (actor, input) => followStudio(deps, actor, input),
    'studio.open': (actor, input) => foundStudio(deps, actor, input),
    'desk.get': (actor) => getDesk(deps, actor),
  } satisfies HttpUseCases
}
