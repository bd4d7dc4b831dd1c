import type { WaitingKind } from '#core/contract/waiting.ts'
import type { ApplicationScope } from '../applications/ports.ts'
import type { PersonActor } from '../require-person.ts'

/** How much waits, and since when the oldest of it; null: nothing. */
export type Tally = { count: number; sinceEpochMs: number } | null

export interface WaitingReads {
  applications(asked: { state: 'district-review' | 'office-review'; scope: ApplicationScope }): Promise<Tally>
  returnedApplication(applicantId: string): Promise<{ name: string; sinceEpochMs: number } | null>
  /** Standing announcements that ask this person for 已阅. */
  unconfirmedAnnouncements(personId: string): Promise<Tally>
  proposalsTo(personId: string): Promise<Tally>
  membersToConfirm(): Promise<Tally>
  submittedYearPlans(): Promise<Tally>
  returnedYearPlans(
    studioIds: readonly string[],
  ): Promise<{ studioId: string; studioName: string; year: number; sinceEpochMs: number }[]>
  /** Handed in to the studios; of one uploader, those that came back. */
  submittedResources(studioIds: readonly string[]): Promise<Tally>
  returnedResources(uploaderId: string): Promise<Tally>
  /** Of activities to come, that the person hosts or whose studio they lead. */
  askedRegistrations(host: {
    personId: string
    studioIds: readonly string[]
  }): Promise<{ activityId: string; title: string; count: number; sinceEpochMs: number }[]>
}

export interface WaitingThing {
  kind: WaitingKind
  count: number
  name: string
  sinceEpochMs: number
  href: string
}

/** What one area knows of. It asks the database a fixed number of times, however much waits. */
export type WaitingSource = (reads: WaitingReads, actor: PersonActor) => Promise<WaitingThing[]>
