import type { TitleLevel } from '#core/contract/activity.ts'
import type { MembershipState } from '#core/domain/membership/membership-state.ts'
import type { PersonSummary } from '../people/ports.ts'
import type { AuditTrail, Notifications } from '../ports.ts'

export interface MembershipHead {
  id: string
  studioId: string
  studioName: string
  masterId: string
  personId: string
  personName: string
  state: MembershipState
}

export interface GroupRow {
  id: string
  person: PersonSummary
  state: MembershipState
  version: number
  reason: string
  sinceEpochMs: number | null
  proposedAtEpochMs: number | null
  endedAtEpochMs: number | null
  endReason: string
}

export interface Places {
  taken: number
  limit: number
}

export interface OwnProposalRow {
  id: string
  version: number
  studioId: string
  studioName: string
  masterName: string
  reason: string
  proposedAtEpochMs: number
}

export interface WaitingProposal {
  id: string
  version: number
  person: PersonSummary
  studio: { id: string; name: string; level: TitleLevel; subject: string }
  reason: string
  proposedAtEpochMs: number
  places: Places
  /** Names of the studios in whose group they are. */
  elsewhere: readonly string[]
}

export interface Memberships {
  head(membershipId: string): Promise<MembershipHead | null>
  /** Open ones, and at most `pastLimit` that are over; newest first. */
  ofStudio(studioId: string, page: { pastLimit: number }): Promise<GroupRow[]>
  places(studioId: string): Promise<Places>
  /** What waits for this person's answer, newest first. */
  proposedTo(personId: string): Promise<OwnProposalRow[]>
  /** Consented, oldest first. */
  waiting(page: { after: string | null; limit: number }): Promise<WaitingProposal[]>
  countWaiting(): Promise<number>
}

export type MembershipMove = {
  version: number
  to: MembershipState
  atEpochMs: number
  endReason: string
}

/** Within one transaction. */
export interface MembershipWrites {
  audit: AuditTrail
  notifications: Notifications
  /** Nobody else takes a place in the group until the transaction ends. */
  lockPlaces(studioId: string): Promise<Places>
  /** False where they are in the group, or proposed. */
  propose(membership: {
    id: string
    studioId: string
    personId: string
    reason: string
    atEpochMs: number
  }): Promise<boolean>
  /** False where it is at another version by now. With `active` come the rights of the group, and they end with it. */
  move(membership: MembershipHead, move: MembershipMove): Promise<boolean>
  setLimit(studioId: string, limit: number | null): Promise<void>
}

export interface MembershipTransactions {
  /** All that `work` writes, or, where it throws, nothing. */
  run<Result>(work: (writes: MembershipWrites) => Promise<Result>): Promise<Result>
}
