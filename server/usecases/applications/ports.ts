import type { TitleLevel } from '#core/contract/activity.ts'
import type {
  ApplicationForm,
  ApplicationState,
  ApplicationStep,
  HandedInState,
  MendingNotes,
  SchoolCard,
} from '#core/contract/applications.ts'
import type { Framing } from '#core/domain/application/photo-crop.ts'
import type { CityWrites } from '../ports/transactions.ts'

export interface ApplicationHead {
  id: string
  applicantId: string
  applicantName: string
  state: ApplicationState
  version: number
  /** As it is being written. */
  form: ApplicationForm
  /** As it was last handed in, with its school's district (null: the city's own). */
  handedIn: { form: ApplicationForm; schoolId: string; districtId: string | null; photoKey: string | null } | null
  /** Of what is being written. */
  photoKey: string | null
  notes: MendingNotes
  reason: string
  studioId: string | null
}

export interface EventRecord {
  id: string
  atEpochMs: number
  actorName: string
  step: ApplicationStep
  to: ApplicationState
  reason: string
}

export interface HeldTitle {
  kind: 'teacher' | 'principal'
  level: TitleLevel
  batch: string
}

export interface ApplicationRecord extends ApplicationHead {
  organisation: string
  /** Of what was handed in. */
  schoolName: string
  district: string
  sinceEpochMs: number
  titles: HeldTitle[]
  events: EventRecord[]
}

export interface ApplicationSummary {
  id: string
  version: number
  state: HandedInState
  applicantId: string
  applicantName: string
  form: ApplicationForm
  schoolName: string
  districtId: string | null
  district: string
  sinceEpochMs: number
  titles: HeldTitle[]
  timesReturned: number
}

/** Whose applications are looked at: all, or those of some districts. */
export type ApplicationScope = { districtIds: readonly string[] } | 'city'

export interface ApplicationQuery {
  state: HandedInState
  scope: ApplicationScope
  order: 'longest-first' | 'newest-first'
  /** When the last one seen came to wait, and its id. */
  after: readonly [number, string] | null
  limit: number
}

/** What is known of somebody who begins an application. */
export interface Beginner {
  name: string
  subject: string | null
  post: string | null
  school: { id: string; name: string } | null
  titles: HeldTitle[]
}

export interface Applications {
  find(applicationId: string): Promise<ApplicationRecord | null>
  newestOf(personId: string): Promise<ApplicationRecord | null>
  beginner(personId: string): Promise<Beginner | null>
  list(query: ApplicationQuery): Promise<ApplicationSummary[]>
  count(scope: ApplicationScope): Promise<ReadonlyMap<HandedInState, number>>
  /** Null for what is no school. `districtId`: null for the city's own. */
  school(schoolId: string): Promise<{ id: string; name: string; districtId: string | null } | null>
  /** Those that have this photo, in what is written or what was handed in. */
  withPhoto(photoKey: string): Promise<ApplicationHead[]>
  /** Each word in the name or the district, by name. */
  schools(query: string, page: { limit: number }): Promise<SchoolCard[]>
}

/** Where an application comes to, and what is said with it. */
export interface ApplicationMove {
  version: number
  to: ApplicationState
  atEpochMs: number
  reason: string
  notes?: MendingNotes
  handedIn?: NonNullable<ApplicationHead['handedIn']>
  studioId?: string
}

/** What names a version answers false where the row is at another by now. */
export interface ApplicationWrites {
  /** False where the applicant has one that is not decided. */
  begin(application: { id: string; applicantId: string; form: ApplicationForm; atEpochMs: number }): Promise<boolean>
  /** Nobody else changes it until the transaction ends. */
  lock(applicationId: string): Promise<ApplicationHead | null>
  save(applicationId: string, change: { version: number; form: ApplicationForm }): Promise<boolean>
  /** False where it is no longer being written. */
  setPhoto(applicationId: string, change: { photoKey: string }): Promise<boolean>
  move(applicationId: string, move: ApplicationMove): Promise<boolean>
  addEvent(applicationId: string, event: EventRecord): Promise<void>
}

export interface ApplicationTransactions {
  /** All that `work` writes, or, where it throws, nothing. */
  run<Result>(work: (writes: CityWrites & { applications: ApplicationWrites }) => Promise<Result>): Promise<Result>
}

export type MadePhoto = { status: 'made'; bytes: Buffer } | { status: 'unreadable' } | { status: 'too-small' }

export interface PhotoMaker {
  /** Upright, cut as it is framed, 413 × 579 JPEG without metadata. Never rejects for what is in the bytes. */
  make(bytes: Uint8Array, options: { framing: Framing; maxPixels: number }): Promise<MadePhoto>
}
