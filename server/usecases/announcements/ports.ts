import type { AnnouncementFilter, AnnouncementPlace, AnnouncementState } from '#core/contract/announcements.ts'
import type { PersonSummary } from '../people/ports.ts'
import type { AuditTrail } from '../ports.ts'

export interface AnnouncementContent {
  sender: AnnouncementPlace & { name: string }
  audience: AnnouncementPlace & { name: string }
  title: string
  text: string
  isPinned: boolean
  asksReceipt: boolean
  /** When it is no longer among the current ones; null: never. */
  expiresAtEpochMs: number | null
}

export interface AnnouncementSummary extends Omit<AnnouncementContent, 'text'> {
  id: string
  state: AnnouncementState
  publishedAtEpochMs: number | null
  /** When whoever asks has said 已阅. */
  readAtEpochMs: number | null
}

export interface AnnouncementRecord extends AnnouncementSummary {
  text: string
  version: number
  withdrawReason: string
  /** Of the audience, where it is a school. */
  districtId: string | null
}

/** Pinned, published at (milliseconds since the epoch), id: of the last one seen. */
export type AnnouncementPosition = readonly [isPinned: boolean, publishedAtEpochMs: number, id: string]

export interface AnnouncementQuery {
  show: AnnouncementFilter
  /** Of audiences; for `own`, of senders. */
  ids: readonly string[]
  readerId: string | null
  nowEpochMs: number
  after: AnnouncementPosition | null
  limit: number
}

/** Of the last one seen: when, for those who have read; unit and name, for those who have not. */
export type ReaderPosition = readonly [sort: string, name: string, personId: string]

export interface ReaderRow {
  person: PersonSummary
  readAtEpochMs: number | null
  position: ReaderPosition
}

export interface PlaceRow extends AnnouncementPlace {
  name: string
  /** Of a school; null for the city's own. */
  districtId: string | null
}

export interface Announcements {
  find(id: string, reader: { personId: string | null }): Promise<AnnouncementRecord | null>
  list(query: AnnouncementQuery): Promise<{ row: AnnouncementSummary; position: AnnouncementPosition }[]>
  /** Ids of everything that holds the person: the city, their organisation and those above it, the studios they are of. */
  placesAround(personId: string): Promise<readonly string[]>
  /** Of the named ones, those there are; and the schools below the districts, or every district. */
  places(wanted: {
    organisationIds: readonly string[]
    studioIds: readonly string[]
    allDistricts: boolean
    schoolsBelow: readonly string[]
  }): Promise<PlaceRow[]>
  countReaders(id: string): Promise<{ read: number; unread: number }>
  readers(
    id: string,
    page: { show: 'read' | 'unread'; after: ReaderPosition | null; limit: number },
  ): Promise<ReaderRow[]>
}

type Seen = { version: number }

/** Within one transaction. Each that answers a boolean: false where it is at another version, or in another state, by now. */
export interface AnnouncementWrites {
  audit: AuditTrail
  create(id: string, content: AnnouncementContent & { authorId: string }): Promise<void>
  change(id: string, change: AnnouncementContent & Seen): Promise<boolean>
  discard(id: string, seen: Seen): Promise<boolean>
  publish(id: string, step: Seen & { atEpochMs: number }): Promise<boolean>
  withdraw(id: string, step: Seen & { reason: string }): Promise<boolean>
  /** Once more is no fault: the first time stands. */
  confirm(id: string, reader: { personId: string; atEpochMs: number }): Promise<void>
  /** A message to each of its audience but one, in one statement; answers how many. */
  tellAudience(id: string, besides: { exceptPersonId: string }): Promise<number>
}

export interface AnnouncementTransactions {
  /** All that `work` writes, or, where it throws, nothing. */
  run<Result>(work: (writes: AnnouncementWrites) => Promise<Result>): Promise<Result>
}
