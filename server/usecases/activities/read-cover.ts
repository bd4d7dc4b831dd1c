import type { Actor } from '#core/domain/policy/actor.ts'
import type { ObjectStorage } from '../ports.ts'
import { findActivity } from './find-activity.ts'
import type { Activities } from './ports.ts'

/** The picture of an activity, for whom may see its page; null when there is none. */
export async function readCover(
  { activities, storage }: { activities: Activities; storage: ObjectStorage },
  actor: Actor,
  activityId: string,
): Promise<{ body: NodeJS.ReadableStream; sizeBytes: number } | null> {
  const { record } = await findActivity({ activities }, actor, { activityId })
  const { coverKey } = record.summary
  return coverKey === null ? null : storage.read(coverKey)
}
