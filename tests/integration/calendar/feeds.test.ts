import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activityInput, type ActivityInput } from '#core/contract/activity.ts'
import type { CalendarEvent } from '#core/contract/calendar-requests.ts'
import { GUEST } from '#core/domain/policy/actor.ts'
import { calendarFile } from '#app/_features/calendar/calendar-file.ts'
import { createActivity } from '#server/usecases/activities/create-activity.ts'
import { cancelActivity, publishActivity, unpublishActivity } from '#server/usecases/activities/move-activity.ts'
import { updateActivity } from '#server/usecases/activities/update-activity.ts'
import { dropOwnToken, getOwnToken, renewOwnToken } from '#server/usecases/calendar/own-token.ts'
import { readEvent, readFeed, readOwnFeed } from '#server/usecases/calendar/read-feed.ts'
import { cancelRegistration, register } from '#server/usecases/registrations/register.ts'
import { foundTestCity, type PersonActor, type TestCity } from '#tests/support/city/test-city.ts'
import { codeOf } from '../registrations/registration-world.ts'

const DAY_MS = 24 * 3_600_000

let world: TestCity
let master: PersonActor
let teacher: PersonActor
let studioId: string
beforeAll(async () => {
  world = await foundTestCity()
  master = await world.actorOf('翟雅琴')
  teacher = await world.actorOf('周雨桐')
  const studio = await world.database.studio.findFirstOrThrow({ where: { masterId: master.personId } })
  studioId = studio.id
})
afterAll(() => world.close())

/** In forty days, when the demo city is quiet. */
const content = (change: Partial<ActivityInput> = {}) => {
  const startsAt = world.city.clock.nowEpochMs() + 40 * DAY_MS
  return activityInput.parse({
    studioId,
    kind: 'lesson-study',
    title: '《社戏》第一课时',
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + 3_600_000).toISOString(),
    entry: 'city',
    ...change,
  })
}

async function publish(change: Partial<ActivityInput> = {}): Promise<string> {
  const { activityId } = await createActivity(world.city, master, content(change))
  await publishActivity(world.city, master, { activityId })
  return activityId
}

/** As a calendar elsewhere takes it: through the file and another's parser. */
function taken(events: readonly CalendarEvent[]) {
  const file = calendarFile({
    events,
    feed: { name: '同课', refreshHours: 1 },
    urlOf: ({ id }) => `https://tongke.example/activities/${id}`,
    cancelledWord: '【已取消】',
  })
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[])
  return new Map(
    calendar.getAllSubcomponents('vevent').map((one) => {
      const { uid, sequence, summary, startDate } = new ICAL.Event(one)
      const status = String(one.getFirstPropertyValue('status'))
      return [uid, { sequence, summary, status, startsAt: startDate.toString() }]
    }),
  )
}

const cityFeed = async () => taken((await readFeed(world.city, GUEST, {})).events)
const ownFeed = async (token: string) => taken((await readOwnFeed(world.city, { token })).events)

describe('[ICS3] what has changed', () => {
  it('has the same identity and a greater number: moved, cancelled, brought back', async () => {
    const activityId = await publish()
    const uid = `${activityId}@tongke`
    const first = (await cityFeed()).get(uid)
    if (first === undefined) throw new Error('it is not in the feed')
    expect(first.status).toBe('CONFIRMED')

    const later = content({ title: '《社戏》改期' })
    const moved = {
      ...later,
      startsAt: later.startsAt.replace(/T.*/, 'T11:00:00Z'),
      endsAt: later.startsAt.replace(/T.*/, 'T12:00:00Z'),
    }
    await updateActivity(world.city, master, { activityId, input: moved })
    const second = (await cityFeed()).get(uid)
    expect(second).toMatchObject({ summary: '《社戏》改期', sequence: first.sequence + 1 })
    expect(second?.startsAt.slice(11)).toBe('19:00:00')

    await cancelActivity(world.city, master, { activityId })
    expect((await cityFeed()).get(uid)).toMatchObject({ status: 'CANCELLED', sequence: first.sequence + 2 })

    await unpublishActivity(world.city, master, { activityId })
    expect((await cityFeed()).has(uid)).toBe(false)
    await publishActivity(world.city, master, { activityId })
    expect((await cityFeed()).get(uid)).toMatchObject({ status: 'CONFIRMED', sequence: first.sequence + 4 })
  })

  it('is told in the file of one event, too, to whoever may see it', async () => {
    const activityId = await publish({ entry: 'group' })
    expect(await codeOf(readEvent(world.city, GUEST, { activityId }))).toBe('NOT_FOUND')
    const { events } = await readEvent(world.city, master, { activityId })
    expect(events.map(({ card, revision }) => [card.id, revision])).toEqual([[activityId, 1]])
  })
})

describe('[ICS4] whose', () => {
  it('the feed of a studio has its open activities, and no others', async () => {
    const open = await publish()
    const closed = await publish({ entry: 'group' })
    const { studioName, events } = await readFeed(world.city, GUEST, { studioId })
    const ids = events.map(({ card }) => card.id)
    expect(studioName).toBe('翟雅琴名师工作室')
    expect(ids).toContain(open)
    expect(ids).not.toContain(closed)
    expect(new Set(events.map(({ card }) => card.studio?.id))).toEqual(new Set([studioId]))
    expect(await codeOf(readFeed(world.city, GUEST, { studioId: 'nowhere' }))).toBe('NOT_FOUND')
  })

  it('a person’s own has what concerns them, the group’s too, and what they have registered for', async () => {
    const closed = await publish({ entry: 'group' })
    const full = await publish({ registration: { mode: 'open', capacity: 1 } })
    const asked = await publish({ registration: { mode: 'approval', capacity: null } })
    await register(world.city, await world.actorOf('孙学军'), { activityId: full })
    await register(world.city, teacher, { activityId: full })
    await register(world.city, teacher, { activityId: asked })

    const { token } = await renewOwnToken(world.city, teacher)
    const before = await ownFeed(token)
    expect(before.get(`${full}@tongke`)?.status).toBe('TENTATIVE')
    expect(before.get(`${asked}@tongke`)?.status).toBe('TENTATIVE')
    expect(before.has(`${closed}@tongke`)).toBe(false)

    // The place goes to who has waited, and it is certain.
    await cancelRegistration(world.city, await world.actorOf('孙学军'), { activityId: full })
    expect((await ownFeed(token)).get(`${full}@tongke`)?.status).toBe('CONFIRMED')
    await cancelRegistration(world.city, teacher, { activityId: asked })
    expect((await ownFeed(token)).has(`${asked}@tongke`)).toBe(false)

    const { token: hostToken } = await renewOwnToken(world.city, master)
    expect((await ownFeed(hostToken)).has(`${closed}@tongke`)).toBe(true)
  })
})

describe('[ICS5] the address of a person’s own', () => {
  it('is there when it was made, leads nowhere once renewed or stopped, and stands in no log', async () => {
    const person = await world.actorOf('荆文涛')
    expect(await getOwnToken(world.city, person)).toEqual({ token: null })
    const first = await renewOwnToken(world.city, person)
    expect(await getOwnToken(world.city, person)).toEqual(first)
    const second = await renewOwnToken(world.city, person)
    expect(second.token).not.toBe(first.token)
    expect(await codeOf(readOwnFeed(world.city, first))).toBe('NOT_FOUND')
    expect(await codeOf(readOwnFeed(world.city, second))).toBe('OK')
    await dropOwnToken(world.city, person)
    expect(await codeOf(readOwnFeed(world.city, second))).toBe('NOT_FOUND')

    const lines = await world.database.auditLog.findMany({
      where: { action: { startsWith: 'calendar.' }, actorId: person.personId },
    })
    expect(lines.map(({ action }) => action).sort()).toEqual([
      'calendar.drop-token',
      'calendar.renew-token',
      'calendar.renew-token',
    ])
    expect(JSON.stringify(lines)).not.toContain(first.token)
  })
})
