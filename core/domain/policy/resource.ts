import type { ActivityEntry, ActivityState } from '#core/contract/activity.ts'
import type { AnnouncementPlace, AnnouncementState } from '#core/contract/announcements.ts'
import type { ResourceDownloads, ResourceState } from '#core/contract/resources.ts'
import type { RoomRole } from '#core/contract/roles.ts'

/** Of an activity, what the policy looks at. */
export interface ActivityFacts {
  state: ActivityState
  entry: ActivityEntry
  studioId: string | null
  districtId: string | null
  schoolId: string | null
  hostId: string
  /** Roles given in advance, by person id. */
  assigned: ReadonlyMap<string, RoomRole>
  /** Persons of the studio's group, master included. */
  groupIds: ReadonlySet<string>
}

/** What is asked for. */
export type Resource =
  | { kind: 'city' }
  /** A one-time link that somebody presents. `stands`: it exists, for what is asked of it, and is not too old. */
  | { kind: 'link'; stands: boolean }
  | { kind: 'studio'; studioId: string; districtId: string | null; masterId: string }
  /** `districtId`: of the host school; null for the city's own. `isHandedIn`: no longer the applicant's business alone. */
  | { kind: 'application'; applicantId: string; districtId: string | null; isHandedIn: boolean }
  /** `districtId` where the audience is a school. `isAddressed`: the actor is among those it is for. */
  | {
      kind: 'announcement'
      sender: AnnouncementPlace
      audience: AnnouncementPlace & { districtId: string | null }
      state: AnnouncementState
      isAddressed: boolean
    }
  /** Of the library; `districtId` is its studio's. */
  | {
      kind: 'resource'
      studioId: string
      districtId: string | null
      uploaderId: string
      state: ResourceState
      downloads: ResourceDownloads
    }
  | { kind: 'activity'; activity: ActivityFacts; linkPresented: boolean }
  /** `roomRole` is the role in the running session, null outside of it. */
  | { kind: 'plan'; activity: ActivityFacts; linkPresented: boolean; roomRole: RoomRole | null }
  | { kind: 'replay'; activity: ActivityFacts; linkPresented: boolean }
  /** A seat in a running session: the actor's own role there. */
  | { kind: 'room'; role: RoomRole; onStage: boolean }
