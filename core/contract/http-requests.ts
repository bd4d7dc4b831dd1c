import { z } from 'zod'
import { newPassword, oneTimeLink, username } from './account.ts'
import {
  activityCard,
  activityInput,
  activityKind,
  activityState,
  agendaItem,
  personCard,
  titleLevel,
} from './activity.ts'
import { announcementRequests } from './announcement-requests.ts'
import { applicationRequests } from './application-requests.ts'
import { auditRequests } from './audit-requests.ts'
import { calendarRequests } from './calendar-requests.ts'
import { cursor, id, instant, line } from './fields.ts'
import { exportRequests } from './exports.ts'
import { importRequests } from './import-requests.ts'
import { mailRequests } from './mail.ts'
import { membershipRequests } from './membership-requests.ts'
import { notificationRequests } from './notification-requests.ts'
import { planBlock } from './plan-block.ts'
import { planFacts } from './plan.ts'
import { registrationRequests } from './registration-requests.ts'
import { registrationStanding } from './registrations.ts'
import { resourceRequests } from './resource-requests.ts'
import { resourceCard } from './resources.ts'
import { replayManifest, replayPlan } from './replay.ts'
import { platformRole, roomRole } from './roles.ts'
import { schoolStage, schoolSubject } from './schooling.ts'
import { sessionPackage } from './session-package.ts'
import { waitingRequests } from './waiting.ts'
import { studioRequests } from './studio-requests.ts'
import { studioRoom } from './studio-room.ts'
import { studioChoices, studioFilter, studioKind } from './studio-filter.ts'
import { yearPlanRequests } from './year-plan-requests.ts'

const nothing = z.object({})
const request = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })
const link = z.string().max(64).optional()
const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() })
const peoplePage = z.object({ people: z.array(personCard), nextCursor: z.string().nullable() })
const searchText = z
  .string()
  .trim()
  .max(60)
  .regex(/^[^\p{Cc}]*$/u)
  .optional()

/** One minute of a session: how much happened, and whether the plan changed. Minutes without events are left out. */
export const stripMinute = z.object({ minute: z.number().int(), events: z.number().int(), edited: z.boolean() })
export type StripMinute = z.infer<typeof stripMinute>

/** A finished session with its 竹简. */
export const replayCard = z.object({ card: activityCard, strip: z.array(stripMinute) })
export type ReplayCard = z.infer<typeof replayCard>

export const activityDetail = z.object({
  card: activityCard,
  agenda: z.array(agendaItem),
  people: z.array(z.object({ person: personCard, role: roomRole, note: z.string().nullable() })),
  willRecord: z.boolean(),
  plan: planFacts.nullable(),
  sessionId: id.nullable(),
  may: z.object({
    enter: z.boolean(),
    edit: z.boolean(),
    publish: z.boolean(),
    cancel: z.boolean(),
    openRoom: z.boolean(),
  }),
})
export type ActivityDetail = z.infer<typeof activityDetail>

export const studioCard = z.object({
  id,
  name: z.string(),
  kind: studioKind,
  level: titleLevel,
  subject: z.string(),
  district: z.string(),
  school: z.string(),
  openedYear: z.number().int().nullable(),
  motto: z.string(),
  master: personCard,
  memberCount: z.number().int(),
  activityCount: z.number().int(),
})
export type StudioCard = z.infer<typeof studioCard>

export const studioDetail = z.object({
  card: studioCard,
  members: z.array(z.object({ person: personCard, since: z.string() })),
  upcoming: z.array(activityCard),
  replays: z.array(replayCard),
  /** Held and planned sessions per month of this year, January first. */
  months: z.array(z.object({ held: z.number().int(), planned: z.number().int() })).length(12),
  room: studioRoom,
  followers: z.number().int(),
  /** Null for a guest. */
  isFollowed: z.boolean().nullable(),
  may: z.object({ createActivity: z.boolean(), edit: z.boolean(), seeGroup: z.boolean(), seePlan: z.boolean() }),
})
export type StudioDetail = z.infer<typeof studioDetail>

export const me = z.object({
  person: personCard,
  username: z.string(),
  roles: z.array(z.object({ role: platformRole, scopeName: z.string() })),
  studios: z.array(z.object({ id, name: z.string() })),
  mayCreateIn: z.array(z.object({ studioId: id.nullable(), name: z.string(), kinds: z.array(activityKind) })),
  mayManagePeople: z.boolean(),
  mayReviewApplications: z.boolean(),
})
export type Me = z.infer<typeof me>

export const organisationKind = z.enum(['city-bureau', 'city-office', 'district', 'school'])
export type OrganisationKind = z.infer<typeof organisationKind>

export const organisationCard = z.object({
  id,
  parentId: id.nullable(),
  kind: organisationKind,
  name: z.string(),
})
export type OrganisationCard = z.infer<typeof organisationCard>

/** To be handed to a person; it lets its bearer choose the password of their account, once. */
export const passwordLink = z.object({ link: oneTimeLink, expiresAt: instant })
export type PasswordLink = z.infer<typeof passwordLink>

/**
 * Every request over HTTP: `POST /api/rpc/<name>` with a JSON body, answered like the room's socket. Signing in and out
 * is better-auth's (`/api/auth/*`); bytes have their own addresses (docs/protocol.md).
 */
export const httpRequests = {
  'me.get': request(nothing, me.nullable()),
  'me.sign-out-everywhere': request(nothing, nothing),

  /** The link that a server without an administrator prints. One that does not stand is `NOT_FOUND`, whatever the reason. */
  'setup.check': request(z.object({ link: oneTimeLink }), nothing),
  /** Makes the city's first organisation and its first administrator; the link is used up. */
  'setup.found': request(
    z.object({ link: oneTimeLink, organisation: line(40), name: line(20), username, password: newPassword }),
    nothing,
  ),
  'password.check': request(z.object({ link: oneTimeLink }), z.object({ name: z.string(), username: z.string() })),
  /** Ends every session of the account; the link is used up. */
  'password.set': request(z.object({ link: oneTimeLink, password: newPassword }), z.object({ username: z.string() })),

  'home.get': request(
    nothing,
    z.object({ live: z.array(activityCard), week: z.array(activityCard), replays: z.array(replayCard) }),
  ),
  'activities.list': request(
    z.object({
      state: activityState.exclude(['draft', 'cancelled']).optional(),
      kind: activityKind.optional(),
      subject: schoolSubject.optional(),
      stage: schoolStage.optional(),
      search: searchText,
      studioId: id.optional(),
      cursor,
      limit: z.number().int().min(1).max(60).default(20),
    }),
    page(activityCard),
  ),
  /**
   * `planText`: what stands in the plan so far, a line for each block; empty where it may not be read. `agendaItemId`:
   * where the host is in the agenda while the room is open, as soon as the host has gone to an item. `registration`: null
   * where there is nothing to register for.
   */
  'activity.get': request(
    z.object({ activityId: id, link }),
    activityDetail.extend({
      planText: z.string(),
      agendaItemId: id.nullable(),
      registration: registrationStanding.nullable(),
    }),
  ),
  /**
   * Who of those named has another activity at that time, and which of the city's big events lie in it: a warning, never a
   * refusal. `title` is null for what the actor must not know of.
   */
  'activity.clashes': request(
    z.object({
      activityId: id.nullable(),
      startsAt: instant,
      endsAt: instant,
      personIds: z.array(id).max(60),
    }),
    z.object({
      people: z.array(z.object({ name: z.string(), title: z.string().nullable(), startsAt: instant, endsAt: instant })),
      cityEvents: z.array(z.object({ id, title: z.string(), startsAt: instant, endsAt: instant })),
    }),
  ),
  'activity.create': request(activityInput, z.object({ activityId: id })),
  'activity.update': request(z.object({ activityId: id, input: activityInput }), nothing),
  'activity.publish': request(z.object({ activityId: id }), nothing),
  'activity.unpublish': request(z.object({ activityId: id }), nothing),
  'activity.cancel': request(z.object({ activityId: id }), nothing),
  /** Opens the session; the first to come finds the room ready. Answers the running one when it is open. */
  'activity.open-room': request(z.object({ activityId: id }), z.object({ sessionId: id })),
  /** By name: each word is sought in name, pinyin, school and district. */
  'people.search': request(
    z.object({ query: line(60), cursor, limit: z.number().int().min(1).max(60).default(8) }),
    peoplePage,
  ),
  /** The beginning of each list for the same words. `people` is null for guests. */
  'search.city': request(
    z.object({ query: line(60) }),
    z.object({
      activities: page(activityCard),
      resources: page(resourceCard),
      studios: page(studioCard),
      people: peoplePage.nullable(),
    }),
  ),
  /** From the city's bureau downwards, by name. */
  'organisations.list': request(nothing, z.object({ organisations: z.array(organisationCard) })),
  /** A district below the bureau, or a school below either. */
  'organisation.add': request(
    z.object({ parentId: id, kind: organisationKind.extract(['district', 'school']), name: line(40) }),
    z.object({ organisationId: id }),
  ),
  /** A person with an account that nobody can sign in to before its password was chosen by the link. */
  'person.add': request(
    z.object({ name: line(20), username, organisationId: id, role: platformRole.extract(['teacher', 'office']) }),
    passwordLink.extend({ personId: id }),
  ),
  /** For who has lost the link or the password. The link given out before is void; the password holds until then. */
  'person.renew-link': request(z.object({ personId: id }), passwordLink),

  ...importRequests,
  ...auditRequests,
  ...yearPlanRequests,
  ...registrationRequests,
  ...notificationRequests,
  ...mailRequests,
  ...membershipRequests,
  ...calendarRequests,
  ...applicationRequests,
  ...announcementRequests,
  ...studioRequests,
  ...exportRequests,
  ...resourceRequests,
  ...waitingRequests,

  'studios.list': request(
    studioFilter.extend({ search: searchText, cursor, limit: z.number().int().min(1).max(60).default(30) }),
    page(studioCard),
  ),
  /** What the list can be narrowed to. */
  'studios.choices': request(studioFilter.extend({ search: searchText }), studioChoices),
  'studio.get': request(z.object({ studioId: id }), studioDetail),

  'desk.get': request(
    nothing,
    z.object({
      next: activityDetail.nullable(),
      week: z.array(z.object({ card: activityCard, role: roomRole })),
      drafts: z.array(activityCard),
      plans: z.array(
        z.object({
          plan: planFacts,
          card: activityCard,
          strip: z.array(stripMinute),
        }),
      ),
      replays: z.array(activityCard),
    }),
  ),

  /** `blocks`: the text as it is on disk, for reading; what is written meanwhile comes by the plan's channel. */
  'plan.get': request(z.object({ activityId: id, link }), z.object({ facts: planFacts, blocks: z.array(planBlock) })),

  'replay.get': request(z.object({ activityId: id, link }), replayManifest),
  'replay.plan': request(z.object({ activityId: id, link }), replayPlan.nullable()),
  /** 成果包: what the activity leaves behind. */
  'replay.package': request(z.object({ activityId: id, link }), sessionPackage),
  /** Once more for a recording that has failed. */
  'replay.finish-again': request(z.object({ recordingId: id }), nothing),
  'replay.save-progress': request(z.object({ sessionId: id, positionMs: z.number().int().nonnegative() }), nothing),
} as const

export type HttpRequests = typeof httpRequests
export type HttpRequestName = keyof HttpRequests
export type HttpInput<N extends HttpRequestName> = z.input<HttpRequests[N]['input']>
export type HttpParsedInput<N extends HttpRequestName> = z.output<HttpRequests[N]['input']>
export type HttpOutput<N extends HttpRequestName> = z.output<HttpRequests[N]['output']>
export const httpRequestNames = Object.keys(httpRequests) as HttpRequestName[]

const byName: {
  [N in HttpRequestName]: { input: z.ZodType<HttpParsedInput<N>>; output: z.ZodType<HttpOutput<N>> }
} = httpRequests

/** The schemas of a request, typed so that code for any name knows what belongs to it. */
export const httpSchemasOf = <N extends HttpRequestName>(name: N) => byName[name]
