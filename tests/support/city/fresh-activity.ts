import { activityInput, type ActivityEntry } from '#core/contract/activity.ts'
import { createActivity } from '#server/usecases/activities/create-activity.ts'
import { publishActivity } from '#server/usecases/activities/move-activity.ts'
import type { TestCity } from './test-city.ts'

export const activityOf = (studioId: string, entry: ActivityEntry) =>
  activityInput.parse({
    studioId,
    kind: 'lesson-study',
    title: '角色与请求',
    startsAt: '2030-01-02T11:00:00Z',
    endsAt: '2030-01-02T12:00:00Z',
    entry,
  })

/** One more of 翟雅琴's studio. */
export async function freshActivity(
  world: TestCity,
  { studioId, state, entry }: { studioId: string; state: 'draft' | 'published'; entry: ActivityEntry },
): Promise<string> {
  const master = await world.actorOf('翟雅琴')
  const { activityId } = await createActivity(world.city, master, activityOf(studioId, entry))
  if (state === 'published') await publishActivity(world.city, master, { activityId })
  return activityId
}
