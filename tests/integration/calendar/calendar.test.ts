import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activityInput, type ActivityInput } from '#core/contract/activity.ts'
import { httpRequests, type HttpInput } from '#core/contract/http-requests.ts'
import { addDays } from '#core/domain/activity/city-days.ts'
import { GUEST, type Actor } from '#core/domain/policy/actor.ts'
import { createActivity } from '#server/usecases/activities/create-activity.ts'
import { cancelActivity, publishActivity } from '#server/usecases/activities/move-activity.ts'
import { updateActivity } from '#server/usecases/activities/update-activity.ts'
import { aboutCalendar, getCalendarDays, listCalendar } from '#server/usecases/calendar/get-calendar.ts'
import { register } from '#server/usecases/registrations/register.ts'
import { foundTestCity, type PersonActor, type TestCity } from '#tests/support/city/test-city.ts'
import { codeOf } from '../registrations/registration-world.ts'

let world: TestCity
let office: PersonActor
let master: PersonActor
let studioId: string
beforeAll(async () => {
  world = await foundTestCity()
  office = await world.actorOf('耿凤鸣')
  master = await world.actorOf('翟雅琴')
  const studio = await world.database.studio.findFirstOrThrow({ where: { masterId: master.personId } })
  studioId = studio.id
})
afterAll(() => world.close())

/** On a day of 2031, in which the demo city has nothing. */
const content = (startsAt: string, change: Partial<ActivityInput> = {}) =>
  activityInput.parse({
    studioId,
    kind: 'lesson-study',
    title: '《社戏》第一课时',
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
    entry: 'city',
    ...change,
  })

async function publish(startsAt: string, change: Partial<ActivityInput> = {}, host: PersonActor = master) {
  const { activityId } = await createActivity(world.city, host, content(startsAt, change))
  await publishActivity(world.city, host, { activityId })
  return activityId
}

const daysOf = (actor: Actor, input: HttpInput<'calendar.days'>) =>
  getCalendarDays(world.city, actor, httpRequests['calendar.days'].input.parse(input))
const listOf = (actor: Actor, input: HttpInput<'calendar.list'>) =>
  listCalendar(world.city, actor, httpRequests['calendar.list'].input.parse(input))

describe('[CAL2] the days', () => {
  it('begin at midnight of the city, and say how many there are beyond those shown', async () => {
    const last = await publish('2031-03-03T15:59:00Z')
    const first = await publish('2031-03-03T16:00:00Z')
    for (const minute of ['01', '02', '03']) await publish(`2031-03-03T16:${minute}:00Z`)
    const { days } = await daysOf(GUEST, { fromDay: '2031-03-03', days: 3, perDay: 2 })
    expect(days.map(({ day, count }) => [day, count])).toEqual([
      ['2031-03-03', 1],
      ['2031-03-04', 4],
      ['2031-03-05', 0],
    ])
    expect(days[0]?.activities.map(({ id }) => id)).toEqual([last])
    expect(days[1]?.activities).toHaveLength(2)
    expect(days[1]?.activities[0]?.id).toBe(first)
  })

  it('leave out drafts and what was cancelled', async () => {
    await createActivity(world.city, master, content('2031-03-11T02:00:00Z'))
    const cancelled = await publish('2031-03-11T03:00:00Z')
    await cancelActivity(world.city, master, { activityId: cancelled })
    const { days } = await daysOf(master, { fromDay: '2031-03-11', days: 1 })
    expect(days).toEqual([{ day: '2031-03-11', count: 0, activities: [] }])
  })

  it('show a guest nothing of a group’s, and its members everything', async () => {
    const id = await publish('2031-03-12T02:00:00Z', { entry: 'group' })
    const input = { fromDay: '2031-03-12', days: 1 }
    expect((await daysOf(GUEST, input)).days[0]?.count).toBe(0)
    expect((await daysOf(await world.actorOf('荆文涛'), input)).days[0]?.activities[0]?.id).toBe(id)
  })

  it('ask the database as often for one activity as for many', async () => {
    for (let hour = 0; hour < 6; hour++) await publish(`2031-04-0${String(hour + 1)}T02:00:00Z`)
    const asked: string[] = []
    const watched = <T extends object>(port: T): T =>
      new Proxy(port, {
        get: (target, name) => {
          const member: unknown = Reflect.get(target, name)
          if (typeof member !== 'function') return member
          asked.push(String(name))
          return member.bind(target) as unknown
        },
      })
    const { activities, calendar } = world.city
    const deps = { ...world.city, activities: watched(activities), calendar: watched(calendar) }
    const input = httpRequests['calendar.days'].input.parse({ fromDay: '2031-03-31', days: 42 })
    const { days } = await getCalendarDays(deps, GUEST, input)
    expect(days.filter(({ count }) => count > 0)).toHaveLength(6)
    expect(asked).toEqual(['beginnings', 'list'])
  })
})

describe('[CAL3] 全市大型活动', () => {
  it('come before the others of their day, whatever the time, and stand alone when asked for', async () => {
    await publish('2031-05-05T01:00:00Z')
    const event = await publish(
      '2031-05-05T09:00:00Z',
      { studioId: null, kind: 'online-seminar', isCityEvent: true },
      office,
    )
    const both = await daysOf(GUEST, { fromDay: '2031-05-05', days: 1 })
    expect(both.days[0]?.activities[0]?.id).toBe(event)
    const alone = await daysOf(GUEST, { fromDay: '2031-05-05', days: 1, only: 'city-events' })
    expect(alone.days[0]?.activities.map(({ id, isCityEvent }) => [id, isCityEvent])).toEqual([[event, true]])
  })

  it('are announced by the office alone; who else edits one leaves it as it is', async () => {
    expect(
      await codeOf(createActivity(world.city, master, content('2031-05-06T01:00:00Z', { isCityEvent: true }))),
    ).toBe('FORBIDDEN')
    const activityId = await publish('2031-05-06T01:00:00Z')
    const as = (isCityEvent: boolean) => content('2031-05-06T01:00:00Z', { isCityEvent })
    expect(await codeOf(updateActivity(world.city, master, { activityId, input: as(true) }))).toBe('FORBIDDEN')
    await updateActivity(world.city, office, { activityId, input: as(true) })
    await updateActivity(world.city, master, { activityId, input: as(true) })
    expect(await codeOf(updateActivity(world.city, master, { activityId, input: as(false) }))).toBe('FORBIDDEN')
  })

  it('that come next are named with what the calendar can be narrowed to', async () => {
    const { districts, cityEvents } = await aboutCalendar(world.city, GUEST)
    expect(districts.length).toBeGreaterThan(3)
    expect(cityEvents.map(({ title }) => title)).toContain('全市课堂教学改革现场会')
  })
})

describe('[CAL4] filters', () => {
  it('by kind and by district', async () => {
    await publish('2031-06-02T01:00:00Z')
    await publish('2031-06-02T02:00:00Z', { kind: 'master-guidance' })
    const { districts } = await aboutCalendar(world.city, GUEST)
    const studio = await world.database.studio.findFirstOrThrow({
      where: { id: studioId },
      select: { hostSchool: { select: { parentId: true } } },
    })
    const day = { fromDay: '2031-06-02', days: 1 }
    const countOf = async (filter: object) => (await daysOf(GUEST, { ...day, ...filter })).days[0]?.count
    expect(await countOf({})).toBe(2)
    expect(await countOf({ kind: 'master-guidance' })).toBe(1)
    for (const { id } of districts)
      expect(await countOf({ districtId: id })).toBe(id === studio.hostSchool.parentId ? 2 : 0)
  })

  it('与我有关: host, role, group, and what one has registered for; a guest is asked to sign in', async () => {
    const activityId = await publish('2031-06-03T01:00:00Z', { registration: { mode: 'open', capacity: null } })
    const teacher = await world.actorOf('周雨桐')
    const mine = { fromDay: '2031-06-03', days: 1, only: 'mine' } as const
    expect((await daysOf(teacher, mine)).days[0]?.count).toBe(0)
    await register(world.city, teacher, { activityId })
    expect((await daysOf(teacher, mine)).days[0]?.count).toBe(1)
    expect((await daysOf(master, mine)).days[0]?.count).toBe(1)
    expect(await codeOf(daysOf(GUEST, mine))).toBe('UNAUTHENTICATED')
  })
})

describe('[CAL5] the list', () => {
  it('goes on from a day, the nearest first, page by page to everything once', async () => {
    for (let day = 1; day <= 7; day++) await publish(`2031-07-0${String(day)}T01:00:00Z`)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listOf(GUEST, {
        fromDay: '2031-07-02',
        limit: 2,
        ...(cursor === undefined ? {} : { cursor }),
      })
      seen.push(...page.items.map(({ startsAt }) => startsAt.slice(0, 10)))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual(Array.from({ length: 6 }, (_, index) => addDays('2031-07-02', index)))
  })
})
