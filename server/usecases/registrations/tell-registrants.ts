import type { RegisteringActivity, RegistrationWrites } from './ports.ts'

export type ActivityNews =
  'activity.rescheduled' | 'activity.withdrawn' | 'activity.published-again' | 'activity.cancelled'

/** Tells everybody who is registered, waits or has asked what has become of the activity. */
export async function tellRegistrants(
  writes: RegistrationWrites,
  { id: activityId, title, startsAtEpochMs }: RegisteringActivity,
  kind: ActivityNews,
): Promise<void> {
  const params = { activityId, title, startsAt: new Date(startsAtEpochMs).toISOString() }
  const concerned = await writes.concerned(activityId)
  await writes.notifications.add(concerned.map((personId) => ({ personId, kind, params })))
}
