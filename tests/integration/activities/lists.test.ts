import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activityInput, type ActivityState } from '#core/contract/activity.ts'
import { AppError } from '#core/contract/errors.ts'
import { httpSchemasOf } from '#core/contract/http-requests.ts'
import type { SchoolStage, SchoolSubject } from '#core/contract/schooling.ts'
import { GUEST, SYSTEM, type Actor } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import { resourceOf } from '#server/usecases/activities/find-activity.ts'
import { createActivity } from '#server/usecases/activities/create-activity.ts'
import { findClashes } from '#server/usecases/activities/find-clashes.ts'
import { publishActivity } from '#server/usecases/activities/move-activity.ts'
import { listCalendar } from '#server/usecases/calendar/get-calendar.ts'
import { getActivity } from '#server/usecases/activities/get-activity.ts'
import { listActivities } from '#server/usecases/activities/list-activities.ts'
import { getDesk } from '#server/usecases/desk/get-desk.ts'
import { getHome } from '#server/usecases/home/get-home.ts'
import { searchPeople } from '#server/usecases/people/search-people.ts'
import { getStudio } from '#server/usecases/studios/get-studio.ts'
import { listStudios } from '#server/usecases/studios/list-studios.ts'
import { foundTestCity, type TestCity } from '#tests/support/city/test-city.ts'

const STATES: readonly ActivityState[] = ['draft', 'published', 'live', 'ended', 'cancelled']

let world: TestCity
beforeAll(async () => {
  world = await foundTestCity()
  // One of the group's activities in every state, beside those of the demo city.
  const group = await world.database.activity.findFirstOrThrow({ where: { entry: 'group' } })
  for (const state of STATES) {
    for (const entry of ['city', 'group', 'link']) {
      const id = `${state}-${entry}`
      await world.database.activity.create({ data: { ...group, id, state, entry, linkToken: id } })
    }
  }
})
afterAll(() => world.close())

describe('what one sees', () => {
  it.each(['访客', '周雨桐', '荆文涛', '翟雅琴', '孙学军', '路广平', '左秀芬', '耿凤鸣', '巩建民', '于海宁'])(
    '[ACT9] the database’s condition is the policy: %s',
    async (name) => {
      const actor: Actor = name === '访客' ? GUEST : await world.actorOf(name)
      const all = await world.database.activity.findMany({ select: { id: true } })
      const records = await world.city.activities.records(all.map(({ id }) => id))
      const permitted = records.filter((record) => can(actor, 'activity.see', resourceOf(record)))
      const listed = await world.city.activities.list({
        visibleTo: actor,
        states: STATES,
        order: 'soonest-first',
        limit: 1_000,
      })
      expect(listed.map(({ id }) => id).sort()).toEqual(permitted.map(({ summary }) => summary.id).sort())
      expect(records).toHaveLength(all.length)
    },
  )

  it('[ACT10] lists show no draft and nothing cancelled', async () => {
    const { items } = await listActivities(world.city, SYSTEM, { limit: 60 })
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['published', 'live', 'ended']))
  })
})

describe('what it is narrowed to', () => {
  it('[ACT11] subjects and stages that it is meant for, in the list and in the calendar; where it is held, on its card', async () => {
    const master = await world.actorOf('翟雅琴')
    const studio = await world.database.studio.findFirstOrThrow({ where: { masterId: master.personId } })
    const input = activityInput.parse({
      ...{ studioId: studio.id, kind: 'lesson-study', title: '只给初中语文', entry: 'city' },
      ...{ startsAt: '2031-03-05T19:00:00+08:00', endsAt: '2031-03-05T20:00:00+08:00' },
      ...{ venue: { mode: 'school', where: '录播教室' }, subjects: ['语文', '历史'], stages: ['初中'] },
    })
    const { activityId } = await createActivity(world.city, master, input)
    await publishActivity(world.city, master, { activityId })
    const found = async (filters: { subject?: SchoolSubject; stage?: SchoolStage }) => {
      const listed = await listActivities(world.city, GUEST, { ...filters, limit: 60 })
      const planned = await listCalendar(world.city, GUEST, { ...filters, fromDay: '2031-03-01', limit: 60 })
      return [listed, planned].map(({ items }) => items.some(({ id }) => id === activityId))
    }
    expect(await found({ subject: '语文', stage: '初中' })).toEqual([true, true])
    expect(await found({ subject: '历史' })).toEqual([true, true])
    expect(await found({ subject: '数学' })).toEqual([false, false])
    expect(await found({ subject: '语文', stage: '高中' })).toEqual([false, false])
    const { card } = await getActivity(world.city, GUEST, { activityId })
    expect(card).toMatchObject({ venue: { mode: 'school', where: '录播教室' }, subjects: ['语文', '历史'] })
    const wrong = activityInput.safeParse({ ...input, venue: { mode: 'school', where: '' } })
    expect(wrong.error?.issues[0]?.path).toEqual(['venue', 'where'])
  })
})

describe('clashes', () => {
  it('[CLASH1] who is elsewhere at that time, and the city’s big events; what is not theirs to know is only said to take time', async () => {
    const [master, other, office] = await Promise.all(['翟雅琴', '孙学军', '耿凤鸣'].map((name) => world.actorOf(name)))
    if (master === undefined || other === undefined || office === undefined) throw new Error('somebody is missing')
    const at = (from: string, to: string) => ({
      ...{ startsAt: `2032-05-06T${from}:00+08:00`, endsAt: `2032-05-06T${to}:00+08:00` },
    })
    const hold = async (host: typeof master, more: object) => {
      const studio = await world.database.studio.findFirst({ where: { masterId: host.personId } })
      const kind = studio === null ? 'experience-exchange' : 'lesson-study'
      const input = activityInput.parse({ studioId: studio?.id ?? null, kind, entry: 'city', ...more })
      const { activityId } = await createActivity(world.city, host, input)
      await publishActivity(world.city, host, { activityId })
      return activityId
    }
    const roles = [{ personId: other.personId, role: 'speaker' }]
    const own = await hold(master, { title: '甲', ...at('19:00', '20:00'), roles })
    await hold(other, { title: '乙', ...at('19:30', '21:00'), entry: 'group' })
    await hold(office, { title: '全市现场会', ...at('08:00', '21:00'), isCityEvent: true })
    const asked = async (who: Actor, span: object, activityId: string | null = null) => {
      const input = httpSchemasOf('activity.clashes').input.parse({ activityId, personIds: [other.personId], ...span })
      const { people, cityEvents } = await findClashes(world.city, who, input)
      return [people.map(({ name, title }) => `${name} ${title ?? '—'}`), cityEvents.map(({ title }) => title)]
    }
    expect(await asked(master, at('19:45', '20:30'))).toEqual([['孙学军 甲', '翟雅琴 甲', '孙学军 —'], ['全市现场会']])
    // What only touches does not clash, nor does an activity with itself.
    expect(await asked(master, at('18:00', '19:00'))).toEqual([[], ['全市现场会']])
    expect(await asked(master, at('19:00', '19:30'), own)).toEqual([[], ['全市现场会']])
    expect(await asked(other, at('20:30', '21:30'))).toEqual([['孙学军 乙'], ['全市现场会']])
    await expect(asked(GUEST, at('19:00', '20:00'))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})

describe('pages', () => {
  it.each(['published', undefined] as const)(
    '[PAGE1] of %s: one after another they are the whole, in order',
    async (state) => {
      const whole = await listActivities(world.city, SYSTEM, { state, limit: 60 })
      const ids: string[] = []
      let cursor: string | undefined
      do {
        const page = await listActivities(world.city, SYSTEM, {
          state,
          limit: 4,
          ...(cursor === undefined ? {} : { cursor }),
        })
        ids.push(...page.items.map(({ id }) => id))
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      expect(ids).toEqual(whole.items.map(({ id }) => id))
      expect(new Set(ids).size).toBe(ids.length)
    },
  )

  it('[ACT11] what is live, then what comes, nearest first, then what was, newest first, at last what was never held', async () => {
    const { items } = await listActivities(world.city, SYSTEM, { limit: 60 })
    const nowEpochMs = world.city.clock.nowEpochMs()
    const stageOf = ({ state, endsAt }: (typeof items)[number]) =>
      state === 'live' ? 0 : state === 'ended' ? 2 : Date.parse(endsAt) > nowEpochMs ? 1 : 3
    const inOrder = items.toSorted((a, b) => {
      const stage = stageOf(a)
      const later = Date.parse(a.startsAt) - Date.parse(b.startsAt)
      return stage - stageOf(b) || (stage === 1 ? later : -later)
    })
    expect(items.map(stageOf)).toEqual(inOrder.map(stageOf))
    expect(items.map(({ startsAt }) => startsAt)).toEqual(inOrder.map(({ startsAt }) => startsAt))
    expect(new Set(items.map(stageOf)).size).toBeGreaterThanOrEqual(3)
  })

  it('[PAGE1] of studios', async () => {
    const first = await listStudios(world.city, GUEST, { limit: 3 })
    const rest = await listStudios(world.city, GUEST, { limit: 60, cursor: first.nextCursor ?? '' })
    expect(first.items.length + rest.items.length).toBe(7)
    expect(rest.nextCursor).toBeNull()
  })

  it.each(['', 'x', Buffer.from('[1,2]').toString('base64url'), Buffer.from('{}').toString('base64url')])(
    '[PAGE2] the mark %j is none of ours',
    async (cursor) => {
      await expect(listActivities(world.city, GUEST, { cursor, limit: 4 })).rejects.toThrow(AppError)
    },
  )
})

describe('the pages of the city', () => {
  it('[AGENDA1] an activity tells where its host is in the agenda', async () => {
    const session = await world.database.seminarSession.findFirstOrThrow({
      where: { endedAt: null, activity: { title: '《背影》第二课时', state: 'live' } },
      select: { id: true, activityId: true, activity: { select: { linkToken: true } } },
    })
    const get = () =>
      getActivity(world.city, GUEST, { activityId: session.activityId, link: session.activity.linkToken })
    const before = await get()
    expect(before.agendaItemId).toBeNull()
    const visited = before.agenda.slice(0, 2).map(({ id }) => id)
    await world.database.timelineEvent.createMany({
      data: visited.map((itemId, index) => ({
        sessionId: session.id,
        seq: 5_000 + index,
        atMs: index,
        type: 'agenda.moved',
        actorId: null,
        payload: { itemId },
      })),
    })
    expect((await get()).agendaItemId).toBe(visited[1])
    await world.database.timelineEvent.deleteMany({ where: { sessionId: session.id, seq: { gte: 5_000 } } })
  })

  it('[HOME1] what is live comes with how many are there; who left does not count', async () => {
    const home = await getHome(world.city, GUEST)
    const live = home.live.find(({ title }) => title === '《背影》第二课时')
    expect(live).toMatchObject({ presentCount: 0, host: { name: '翟雅琴' }, entry: 'link' })
    const session = await world.database.seminarSession.findFirstOrThrow({
      where: { activityId: live?.id ?? '' },
      select: { id: true },
    })
    const events = [
      ['participant.joined', 'a'],
      ['participant.joined', 'b'],
      ['participant.left', 'a'],
      ['participant.joined', 'c'],
      ['participant.left', 'c'],
      ['participant.joined', 'c'],
    ] as const
    await world.database.timelineEvent.createMany({
      data: events.map(([type, participantId], index) => ({
        sessionId: session.id,
        seq: index + 2,
        atMs: 60_000 * index,
        type,
        payload: { participantId },
      })),
    })
    const now = await getHome(world.city, GUEST)
    expect(now.live.find(({ id }) => id === live?.id)?.presentCount).toBe(2)
    httpSchemasOf('home.get').output.parse(now)
  })

  it('[HOME2] a recorded session that has ended is a replay, with its length', async () => {
    const activityId = 'ended-city'
    await world.database.seminarSession.create({
      data: {
        id: 'held',
        activityId,
        zeroAt: new Date(),
        endedAt: new Date(),
        durationMs: 5_400_000,
        recordings: { create: { id: 'recording', status: 'ready', startMs: 0 } },
      },
    })
    const { replays } = await getHome(world.city, GUEST)
    expect(replays.map(({ card }) => [card.id, card.replayDurationMs])).toEqual([[activityId, 5_400_000]])
  })

  it('[DESK1] a master’s desk: what is next, this week with one’s role, drafts, plans with their strip', async () => {
    const desk = await getDesk(world.city, await world.actorOf('翟雅琴'))
    httpSchemasOf('desk.get').output.parse(desk)
    expect(desk.next?.card.title).toBe('《背影》第二课时')
    expect(desk.week.find(({ card }) => card.title === '《背影》第二课时')?.role).toBe('host')
    expect(desk.drafts.map(({ title }) => title)).toContain('整本书阅读：《红星照耀中国》')
    expect(desk.plans.length).toBeGreaterThan(0)
    const presenter = await getDesk(world.city, await world.actorOf('荆文涛'))
    expect(presenter.week.find(({ card }) => card.title === '《背影》第二课时')?.role).toBe('presenter')
    expect(presenter.drafts).toEqual([])
  })

  it('[DESK2] the plans last worked on stand first, whenever their activity is; then the soonest needed', async () => {
    const host = await world.actorOf('翟雅琴')
    const { plans } = await getDesk(world.city, host)
    expect(plans.length).toBeLessThanOrEqual(6)
    expect(plans[0]?.plan.title).toBe('《背影》第二课时')
    const untouched = plans.filter(({ plan }) => plan.updatedAt === null)
    expect(untouched.length).toBeGreaterThan(1)
    expect(untouched).toEqual(plans.slice(-untouched.length))
    const starts = untouched.map(({ card }) => Date.parse(card.startsAt))
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  })

  it('[STUDIO1] a studio with its members, what comes and the months of this year', async () => {
    const { items } = await listStudios(world.city, GUEST, { search: '翟雅琴', limit: 10 })
    const studio = await getStudio(world.city, GUEST, { studioId: items[0]?.id ?? '' })
    httpSchemasOf('studio.get').output.parse(studio)
    expect(studio.card).toMatchObject({ level: 'qilu', district: '张店区', memberCount: 9 })
    expect(studio.members).toHaveLength(9)
    expect(studio.upcoming[0]?.title).toBe('《背影》第二课时')
    expect(studio.may).toEqual({ createActivity: false, edit: false, seeGroup: false, seePlan: false })
  })

  it.each([
    ['翟', '翟雅琴'],
    ['桓台县第三', '荆文涛'],
    ['桓台', '国兆亮'],
  ])('[PEOPLE1] people are found by the beginning of name, school or district: %s', async (query, name) => {
    const { people } = await searchPeople(world.city, await world.actorOf('翟雅琴'), { query, limit: 20 })
    expect(people.map((person) => person.name)).toContain(name)
  })
})
