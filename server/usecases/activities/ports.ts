import type {
  ActivityEntry,
  ActivityKind,
  ActivityState,
  AgendaItem,
  ParsedActivityInput,
  TitleLevel,
  ActivityVenue,
} from '#core/contract/activity.ts'
import type { SchoolStage, SchoolSubject } from '#core/contract/schooling.ts'
import type { RegistrationTerms } from '#core/contract/registration-terms.ts'
import type { RoomRole } from '#core/contract/roles.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { ActivityFacts } from '#core/domain/policy/resource.ts'
import type { AuditEntry } from '../ports.ts'
import type { PersonSummary } from '../people/ports.ts'
import type { RegistrationWrites } from '../registrations/ports.ts'

export interface ActivitySummary {
  id: string
  kind: ActivityKind
  state: ActivityState
  title: string
  question: string
  startsAtEpochMs: number
  endsAtEpochMs: number
  entry: ActivityEntry
  isCityEvent: boolean
  venue: ActivityVenue
  subjects: SchoolSubject[]
  stages: SchoolStage[]
  /** One more with every change that a calendar has to learn of. */
  revision: number
  updatedAtEpochMs: number
  linkToken: string
  studio: { id: string; name: string; level: TitleLevel; subject: string } | null
  district: string | null
  host: PersonSummary
  /** Of the newest session that was recorded and has ended. */
  replayDurationMs: number | null
  coverKey: string | null
}

export interface ActivityPlan {
  id: string
  title: string
  updatedAtEpochMs: number | null
}

export interface ActivityRecord {
  summary: ActivitySummary
  facts: ActivityFacts
  agenda: AgendaItem[]
  people: { person: PersonSummary; role: RoomRole; note: string | null }[]
  willRecord: boolean
  registration: RegistrationTerms
  plan: ActivityPlan | null
  /** The running session, else the newest. */
  sessionId: string | null
}

export type ActivityOrder = 'soonest-first' | 'latest-first'

export interface ActivityQuery {
  /** Only what this actor may see the page of. */
  visibleTo: Actor
  states: readonly ActivityState[]
  kind?: ActivityKind
  search?: string
  /** Among those that it is meant for. */
  subject?: SchoolSubject
  stage?: SchoolStage
  studioId?: string
  districtId?: string
  cityEventsOnly?: boolean
  ids?: readonly string[]
  /** Only where they are host, hold a role, or are of the studio's group. */
  concerning?: string
  /** The same, or registered. */
  ofPerson?: string
  hostedBy?: string
  withReplay?: boolean
  /** `toEpochMs` is outside; null: for ever. */
  startsWithin?: { fromEpochMs: number; toEpochMs: number | null }
  endsAfterEpochMs?: number
  endsUntilEpochMs?: number
  order: ActivityOrder
  /** Start and id of the last one seen. */
  after?: readonly [number, string]
  limit: number
}

export interface Activities {
  record(activityId: string): Promise<ActivityRecord | null>
  records(activityIds: readonly string[]): Promise<ActivityRecord[]>
  list(query: ActivityQuery): Promise<ActivitySummary[]>
  /** Published and running ones that share some time with the span, where one of the persons is host or holds a role. */
  clashes(span: {
    fromEpochMs: number
    toEpochMs: number
    personIds: readonly string[]
    exceptId: string | null
  }): Promise<{ activityId: string; names: string[] }[]>
  /** What search finds the plan by; empty while nothing is written. */
  planText(activityId: string): Promise<string>
}

export interface ActivityContent extends Omit<ParsedActivityInput, 'agenda' | 'roles'> {
  agenda: readonly AgendaItem[]
  roles: ParsedActivityInput['roles']
  districtId: string | null
}

/** What a change of an activity brings for who has registered, in the transaction of the change. */
export type Alongside = (writes: RegistrationWrites) => Promise<void>

export interface ActivityWrites {
  /** The activity as a draft, with its empty plan. Throws `INVALID` when a role is given to somebody who does not exist. */
  create(activity: {
    id: string
    planId: string
    hostId: string
    linkToken: string
    content: ActivityContent
    audit: AuditEntry
  }): Promise<void>
  /** Replaces content, agenda and roles. Throws `CONFLICT` when the state is not `from` any more. */
  replace(
    activityId: string,
    change: { from: ActivityState; content: ActivityContent; audit: AuditEntry; alongside: Alongside },
  ): Promise<void>
  /** Throws `CONFLICT` when the state is not `from` any more. */
  move(
    activityId: string,
    step: { from: ActivityState; to: ActivityState; audit: AuditEntry; alongside: Alongside },
  ): Promise<void>
  /**
   * Makes the running session, state `live`, or answers the one that runs: at most one per activity, whatever races.
   * Throws `CONFLICT` when the state is not `from` any more and nothing runs.
   */
  openSession(
    activityId: string,
    session: { sessionId: string; zeroEpochMs: number; from: ActivityState; audit: AuditEntry },
  ): Promise<{ sessionId: string }>
  setCover(activityId: string, coverKey: string): Promise<void>
}

/** The timeline's side of opening a room. */
export interface SessionOpener {
  /** Appends `session.opened` as the first event; idempotent. */
  opened(session: { sessionId: string; activityId: string; title: string }): Promise<void>
}

/** How many sit in the rooms now, by activity id; rooms that are not open are not there. */
export interface LivePresence {
  presentCounts(activityIds: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** The item of the agenda that the host has gone to; null before the first. */
  agendaItemId(sessionId: string): Promise<string | null>
}

/** Where the holder of a person's organisation lies. */
export interface Districts {
  ofPerson(personId: string): Promise<string | null>
}
