import type { PersonColour } from '#core/contract/fields.ts'
import type { PlanCaretUser } from '#core/contract/plan.ts'
import type { RoomRole } from '#core/contract/roles.ts'
import type { ActivityFacts } from '#core/domain/policy/resource.ts'

export interface PlanRecord {
  planId: string
  activityId: string
  /** The activity's. */
  title: string
  /** What guests must present where the activity is open by link. */
  linkToken: string
  facts: ActivityFacts
  updatedAtEpochMs: number | null
}

/** An update of a plan as it came from one author. */
export interface PlanUpdateDraft {
  /** Yjs update format V2. */
  update: Uint8Array
  /** Null: the server's own. */
  personId: string | null
  atEpochMs: number
}

export interface StoredPlanUpdate extends PlanUpdateDraft {
  /** 1, 2, 3 … without gaps within a plan. */
  seq: number
}

export interface AuthoredPlanUpdate extends StoredPlanUpdate {
  name: string
  colour: PersonColour
}

/** A plan as it is on disk: `updates` stand after `state`, in order. */
export interface StoredPlan {
  /** Yjs update format V2 of everything up to `stateSeq`, or null while only the log exists. */
  state: Uint8Array | null
  updates: StoredPlanUpdate[]
  lastSeq: number
}

export interface PlanStore {
  findById(planId: string): Promise<PlanRecord | null>
  findByActivity(activityId: string): Promise<PlanRecord | null>
  /**
   * What is on disk. An empty plan is seeded first, under the row's lock: `seed` is called by exactly one of any number
   * that open the plan at once, and becomes update 1 of the log. Null when there is no such plan.
   */
  open(planId: string, seed: () => PlanUpdateDraft): Promise<StoredPlan | null>
  /** What is on disk at this moment, locked and seeded by nobody. Null when there is no such plan. */
  read(planId: string): Promise<StoredPlan | null>
  /** All or nothing; durable when resolved. Answers the number of the last one. */
  append(planId: string, updates: readonly PlanUpdateDraft[]): Promise<{ lastSeq: number }>
  /** Keeps the compacted state and what was derived from it; does nothing where a newer state is kept already. */
  compact(planId: string, compacted: CompactedPlan): Promise<void>
  /** The whole log up to the end of a session, oldest first. */
  log(planId: string, range: { untilEpochMs: number }): Promise<AuthoredPlanUpdate[]>
  caretUser(personId: string): Promise<PlanCaretUser | null>
}

export interface CompactedPlan {
  state: Uint8Array
  stateSeq: number
  text: string
  atEpochMs: number
}

/** The role in the running session of an activity; null outside of it. */
export interface RoomRoles {
  roleOf(activityId: string, personId: string): Promise<RoomRole | null>
}

/** While no room is running here nobody has a room role. */
export const noRoomRoles: RoomRoles = { roleOf: () => Promise.resolve(null) }

export interface PlanEdit {
  activityId: string
  personId: string
  name: string
  colour: PersonColour
  /** Title of the section. */
  section: string
  /** The last update that this stands for. */
  updateSeq: number
}

/** Takes note of an edit while a session runs, and forgets it otherwise. At most one per author in two seconds. */
export interface PlanTimeline {
  planEdited(edit: PlanEdit): Promise<void>
}

export interface PlanImageRecord {
  imageId: string
  planId: string
  objectKey: string
  mimeType: string
  widthPx: number
  heightPx: number
  sizeBytes: number
  byId: string
}

export interface PlanImageStore {
  save(image: PlanImageRecord): Promise<void>
  find(imageId: string): Promise<PlanImageRecord | null>
}

/** Reads a picture that a stranger has sent. */
export interface ImageDecoder {
  /**
   * A picture of the same content, made anew: no metadata, no more than `maxPixels`, a format that every browser shows.
   * Null when the bytes are not a picture of an accepted type.
   */
  remake(bytes: Uint8Array, limits: { maxPixels: number; maxEdgePx: number }): Promise<RemadeImage | null>
}

export interface RemadeImage {
  bytes: Buffer
  mimeType: string
  widthPx: number
  heightPx: number
}
