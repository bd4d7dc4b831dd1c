import type { StripMinute } from '#core/contract/http-requests.ts'

export interface Strips {
  /** Of the newest session of each activity, by activity id; minutes without events are left out. */
  ofActivities(activityIds: readonly string[]): Promise<ReadonlyMap<string, StripMinute[]>>
}
