import type { TitleLevel } from '#core/contract/activity.ts'
import type { StudioRoom } from '#core/contract/studio-room.ts'
import type { StudioFilter } from '#core/contract/studio-filter.ts'
import type { Resource } from '#core/domain/policy/resource.ts'
import type { StudioTraits } from '#core/domain/studio/count-choices.ts'
import type { AuditEntry } from '../ports.ts'
import type { PersonSummary } from '../people/ports.ts'

export interface StudioFacts {
  kind: 'teacher' | 'principal'
  /** What the policy is asked about. */
  resource: Extract<Resource, { kind: 'studio' }>
}

export interface StudioSummary {
  id: string
  name: string
  kind: 'teacher' | 'principal'
  level: TitleLevel
  subject: string
  district: string
  school: string
  openedYear: number | null
  motto: string
  master: PersonSummary
  memberCount: number
  /** Published, running and held. */
  activityCount: number
}

export interface StudioQuery extends StudioFilter {
  search?: string | undefined
  /** Name and id of the last one seen. */
  after: readonly [string, string] | null
  limit: number
}

export interface NewStudio {
  id: string
  kind: 'teacher' | 'principal'
  level: TitleLevel
  subject: string
  name: string
  motto: string
  hostSchoolId: string
  masterId: string
  openedYear: number | null
}

export interface Studios {
  facts(studioId: string): Promise<StudioFacts | null>
  summary(studioId: string): Promise<StudioSummary | null>
  members(studioId: string): Promise<{ person: PersonSummary; sinceEpochMs: number }[]>
  /** By name, then id. */
  list(query: StudioQuery): Promise<StudioSummary[]>
  /** Of all in which these words stand. */
  traits(search: string | undefined): Promise<(StudioTraits & { districtName: string | null })[]>
  room(studioId: string): Promise<StudioRoom | null>
  setRoom(studioId: string, change: { room: StudioRoom; audit: AuditEntry }): Promise<void>
  followers(studioId: string, reader: { personId: string | null }): Promise<{ count: number; isFollowed: boolean }>
  /** Once more is no fault. */
  setFollowing(studioId: string, follower: { personId: string; follows: boolean; sinceEpochMs: number }): Promise<void>
  setMotto(studioId: string, change: { motto: string; audit: AuditEntry }): Promise<void>
}

export interface StudioWrites {
  create(studio: NewStudio): Promise<void>
  addMember(member: { id: string; studioId: string; personId: string; sinceEpochMs: number }): Promise<void>
  /** Who holds it already keeps theirs, with its batch. */
  addTitle(title: {
    id: string
    personId: string
    kind: 'teacher' | 'principal'
    level: TitleLevel
    batch: string
  }): Promise<void>
}
