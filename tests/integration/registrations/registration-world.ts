import { activityInput, type ActivityInput } from '#core/contract/activity.ts'
import { AppError } from '#core/contract/errors.ts'
import type { RegistrationTerms } from '#core/contract/registration-terms.ts'
import { createActivity } from '#server/usecases/activities/create-activity.ts'
import { publishActivity } from '#server/usecases/activities/move-activity.ts'
import type { PersonActor, TestCity } from '#tests/support/city/test-city.ts'

export const codeOf = async (asked: Promise<unknown>) => {
  try {
    await asked
    return 'OK'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

/** What a test of registrations needs around an activity of 翟雅琴's studio. */
export async function registrationWorld(world: TestCity) {
  const { city, database } = world
  const master = await world.actorOf('翟雅琴')
  const { id: studioId } = await database.studio.findFirstOrThrow({
    where: { masterId: master.personId },
    select: { id: true },
  })
  const input = (registration: RegistrationTerms, change: Partial<ActivityInput> = {}) =>
    activityInput.parse({
      studioId,
      kind: 'lesson-study',
      title: '《社戏》第一课时',
      startsAt: '2030-01-02T11:00:00Z',
      endsAt: '2030-01-02T12:00:00Z',
      entry: 'city',
      registration,
      ...change,
    })
  return {
    master,
    input,
    publish: async (registration: RegistrationTerms, change: Partial<ActivityInput> = {}): Promise<string> => {
      const { activityId } = await createActivity(city, master, input(registration, change))
      await publishActivity(city, master, { activityId })
      return activityId
    },
    /** People of the city who are nobody special to the activity. */
    strangers: async (count: number): Promise<PersonActor[]> => {
      const rows = await database.person.findMany({
        where: { id: { not: master.personId } },
        orderBy: { id: 'desc' },
        take: count,
        select: { id: true, name: true },
      })
      if (rows.length < count) throw new Error('the city has not so many people')
      return rows.map(({ id, name }) => ({ kind: 'person', personId: id, name, grants: [] }))
    },
    statesOf: async (activityId: string): Promise<Record<string, string>> => {
      const rows = await database.registration.findMany({
        where: { activityId },
        orderBy: { queueKey: 'asc' },
        select: { personId: true, state: true },
      })
      return Object.fromEntries(rows.map(({ personId, state }) => [personId, state]))
    },
    /** Kinds of what somebody was told of this activity, in order. */
    toldTo: async ({ personId }: { personId: string }, activityId: string): Promise<string[]> => {
      const rows = await database.notification.findMany({
        where: { personId, params: { path: ['activityId'], equals: activityId } },
        orderBy: { id: 'asc' },
        select: { kind: true },
      })
      return rows.map(({ kind }) => kind)
    },
  }
}
