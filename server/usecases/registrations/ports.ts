import type { ActivityState } from '#core/contract/activity.ts'
import type { RegistrationTerms } from '#core/contract/registration-terms.ts'
import type { HeldRegistrationState, Registrant, RegistrationCounts } from '#core/contract/registrations.ts'
import type { PersonSummary } from '../people/ports.ts'
import type { AuditTrail, Notifications } from '../ports.ts'

/** What somebody's registration is in. Who has cancelled can take that back for a while. */
export type RegistrationStatus =
  { state: HeldRegistrationState | 'declined' } | { state: 'cancelled'; from: HeldRegistrationState; atEpochMs: number }

export interface Registration {
  personId: string
  /** The order of the list and of those who wait. */
  queueKey: string
  version: number
  status: RegistrationStatus
}

/** Of an activity, what its registrations are decided by. */
export interface RegisteringActivity {
  id: string
  title: string
  hostId: string
  state: ActivityState
  startsAtEpochMs: number
  endsAtEpochMs: number
  terms: RegistrationTerms
}

/** Within one transaction. Call `hold` first: what is read after it stays so until the end. */
export interface RegistrationWrites {
  /** Nobody else registers for the activity, is decided on or moves up, nor is it changed, until the transaction ends. */
  hold(activityId: string): Promise<RegisteringActivity>
  find(activityId: string, personIds: readonly string[]): Promise<Registration[]>
  registeredCount(activityId: string): Promise<number>
  /** Who waits, in their order; all of them without a limit. */
  firstWaiting(activityId: string, limit: number | null): Promise<string[]>
  /** Who is registered, waits or has asked. */
  concerned(activityId: string): Promise<string[]>
  /** Somebody registers or cancels. */
  put(activityId: string, registration: Omit<Registration, 'version'>): Promise<void>
  /** All of them at once, each one version further. */
  move(activityId: string, personIds: readonly string[], to: 'registered' | 'waiting' | 'declined'): Promise<void>
  isInvited(activityId: string, personId: string): Promise<boolean>
  /** Answers those who were not before, and are people at all. */
  invite(activityId: string, personIds: readonly string[]): Promise<string[]>
  /** Everybody who follows the activity's studio, but its host, of an activity that is published; each hears of it once. */
  tellFollowers(activityId: string): Promise<void>
  audit: AuditTrail
  notifications: Notifications
}

export interface RegistrationTransactions {
  /** All that `work` writes, or, where it throws, nothing. */
  run<Result>(work: (writes: RegistrationWrites) => Promise<Result>): Promise<Result>
}

export interface RegistrantRow extends Omit<Registrant, 'person' | 'askedAt'> {
  person: PersonSummary
  queueKey: string
  askedAtEpochMs: number
}

export interface Registrations {
  counts(activityId: string): Promise<RegistrationCounts>
  /** Null for who has none. `place`: 1 for who moves up next, 0 where they do not wait. */
  own(activityId: string, personId: string): Promise<{ status: RegistrationStatus; place: number } | null>
  invitations(activityId: string, reader: { personId: string | null }): Promise<{ count: number; isInvited: boolean }>
  /** By `queueKey`, after the one given; without those who cancelled. */
  list(
    activityId: string,
    query: { state?: Registrant['state'] | undefined; after: string | null; limit: number },
  ): Promise<RegistrantRow[]>
}
