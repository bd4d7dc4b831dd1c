import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activityInput, type ActivityInput } from '#core/contract/activity.ts'
import { AppError } from '#core/contract/errors.ts'
import { GUEST, SYSTEM } from '#core/domain/policy/actor.ts'
import { createActivity } from '#server/usecases/activities/create-activity.ts'
import { getActivity } from '#server/usecases/activities/get-activity.ts'
import { cancelActivity, publishActivity, unpublishActivity } from '#server/usecases/activities/move-activity.ts'
import { openRoom } from '#server/usecases/activities/open-room.ts'
import { updateActivity } from '#server/usecases/activities/update-activity.ts'
import { foundTestCity, type PersonActor, type TestCity } from '#tests/support/city/test-city.ts'

let world: TestCity
let master: PersonActor
let studioId: string

beforeAll(async () => {
  world = await foundTestCity()
  master = await world.actorOf('翟雅琴')
  const found = await world.database.studio.findFirstOrThrow({
    where: { masterId: master.personId },
    select: { id: true },
  })
  studioId = found.id
})
afterAll(() => world.close())

const input = (change: Partial<ActivityInput> = {}) =>
  activityInput.parse({
    studioId,
    kind: 'lesson-study',
    title: '《社戏》第一课时',
    startsAt: '2030-01-02T11:00:00Z',
    endsAt: '2030-01-02T12:00:00Z',
    entry: 'city',
    agenda: [
      { title: '签到', minutes: 5 },
      { title: '议课', minutes: 25, note: '全体' },
    ],
    ...change,
  })

const create = async (change: Partial<ActivityInput> = {}) =>
  (await createActivity(world.city, master, input(change))).activityId
const codeOf = async (asked: Promise<unknown>) => {
  try {
    await asked
    return 'OK'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

describe('creating', () => {
  it('[ACT1] makes a draft with agenda, roles, an empty plan and a link of its own', async () => {
    const { personId } = await world.actorOf('荆文涛')
    const activityId = await create({ roles: [{ personId, role: 'presenter' }] })
    const detail = await getActivity(world.city, master, { activityId })
    expect(detail.card).toMatchObject({
      state: 'draft',
      title: '《社戏》第一课时',
      district: '张店区',
      linkToken: null,
    })
    expect(detail.agenda.map(({ title, minutes, note }) => [title, minutes, note])).toEqual([
      ['签到', 5, null],
      ['议课', 25, '全体'],
    ])
    expect(detail.people.map(({ person, role }) => [person.name, role])).toEqual([['荆文涛', 'presenter']])
    expect(detail.plan).toMatchObject({ title: '《社戏》第一课时', access: 'edit', me: { name: '翟雅琴' } })
    expect(detail.sessionId).toBeNull()
  })

  const REFUSED: readonly (readonly [what: string, change: Partial<ActivityInput>])[] = [
    ['a kind that the studio does not hold', { kind: 'case-study' }],
    ['a role for somebody who does not exist', { roles: [{ personId: 'nobody', role: 'presenter' }] }],
    ['a studio that does not exist', { studioId: 'nothing' }],
  ]
  it.each(REFUSED)('[ACT2] %s is refused, and nothing stays behind', async (_what, change) => {
    const before = await world.database.activity.count()
    expect(await codeOf(createActivity(world.city, master, input(change)))).toBe('INVALID')
    expect(await world.database.activity.count()).toBe(before)
  })

  it('[ACT2] two roles for one person are refused', async () => {
    const { personId } = await world.actorOf('荆文涛')
    const roles = [
      { personId, role: 'presenter' },
      { personId, role: 'speaker' },
    ] as const
    expect(await codeOf(createActivity(world.city, master, input({ roles: [...roles] })))).toBe('INVALID')
  })
})

describe('changing', () => {
  it('[ACT3] agenda items that stay keep their identity; an identity from elsewhere is not taken', async () => {
    const activityId = await create()
    const stranger = (await getActivity(world.city, master, { activityId: await create() })).agenda[0]
    const before = (await getActivity(world.city, master, { activityId })).agenda
    const agenda = [
      { id: before[1]?.id, title: '议课在前', minutes: 30 },
      { id: stranger?.id, title: '新的一项', minutes: 5 },
    ].map(({ id = 'missing', ...item }) => ({ id, ...item }))
    await updateActivity(world.city, master, { activityId, input: input({ agenda }) })
    const after = (await getActivity(world.city, master, { activityId })).agenda
    expect(after.map(({ title }) => title)).toEqual(['议课在前', '新的一项'])
    expect(after[0]?.id).toBe(before[1]?.id)
    expect(after[1]?.id).not.toBe(stranger?.id)
  })

  it('[ACT4] every step is in the audit log with who, from and to', async () => {
    const activityId = await create()
    await publishActivity(world.city, master, { activityId })
    await unpublishActivity(world.city, master, { activityId })
    await publishActivity(world.city, master, { activityId })
    await cancelActivity(world.city, master, { activityId })
    const log = await world.database.auditLog.findMany({
      where: { subject: `activity:${activityId}` },
      orderBy: { id: 'asc' },
      select: { actorId: true, action: true, before: true, after: true },
    })
    expect(log.map(({ action }) => action)).toEqual([
      'activity.create',
      'activity.publish',
      'activity.unpublish',
      'activity.publish',
      'activity.cancel',
    ])
    expect(log[1]).toEqual({
      actorId: master.personId,
      action: 'activity.publish',
      before: { state: 'draft' },
      after: { state: 'published' },
    })
  })

  it('[ACT5] a step that product.md does not have is a conflict', async () => {
    const activityId = await create()
    expect(await codeOf(unpublishActivity(world.city, master, { activityId }))).toBe('CONFLICT')
    expect(await codeOf(openRoom(world.city, master, { activityId }))).toBe('CONFLICT')
  })

  it('[ACT5] of two who change it at once, one is told', async () => {
    const activityId = await create()
    const codes = await Promise.all([1, 2, 3, 4].map(() => codeOf(publishActivity(world.city, master, { activityId }))))
    expect(codes.sort()).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', 'OK'])
  })
})

describe('opening the room', () => {
  it('[ACT6] ten who open it at once get the same session, with one first event', async () => {
    const activityId = await create()
    await publishActivity(world.city, master, { activityId })
    const opened = await Promise.all(Array.from({ length: 10 }, () => openRoom(world.city, master, { activityId })))
    const sessionIds = new Set(opened.map(({ sessionId }) => sessionId))
    expect(sessionIds.size).toBe(1)
    const [sessionId = ''] = sessionIds
    const events = await world.database.timelineEvent.findMany({
      where: { sessionId },
      select: { seq: true, type: true, payload: true },
    })
    expect(events).toEqual([{ seq: 1, type: 'session.opened', payload: { activityId, title: '《社戏》第一课时' } }])
    expect((await getActivity(world.city, master, { activityId })).card.state).toBe('live')
    expect(await openRoom(world.city, master, { activityId })).toEqual({ sessionId })
  })

  it('[ACT6] an opening that was cut short before its first event is completed by the next', async () => {
    const activityId = await create()
    await publishActivity(world.city, master, { activityId })
    const cut = { opened: () => Promise.reject(new Error('killed')) }
    await expect(openRoom({ ...world.city, sessionOpener: cut }, master, { activityId })).rejects.toThrow('killed')
    const { sessionId } = await openRoom(world.city, master, { activityId })
    expect(await world.database.timelineEvent.count({ where: { sessionId } })).toBe(1)
  })
})

describe('the link', () => {
  it('[ACT7] is on the card of what is open by link, and nowhere else', async () => {
    const byLink = await create({ entry: 'link' })
    await publishActivity(world.city, master, { activityId: byLink })
    const { card, may } = await getActivity(world.city, GUEST, { activityId: byLink })
    expect(card.linkToken).toMatch(/^[\w-]{43}$/)
    expect(may).toEqual({ enter: true, edit: false, publish: false, cancel: false, openRoom: false })
  })

  it('[ACT8] what belongs to a group is not there for others, whatever they present', async () => {
    const activityId = await create({ entry: 'group' })
    await publishActivity(world.city, master, { activityId })
    const { linkToken } = await world.database.activity.findUniqueOrThrow({
      where: { id: activityId },
      select: { linkToken: true },
    })
    const outsider = await world.actorOf('韩雪')
    for (const actor of [GUEST, outsider]) {
      expect(await codeOf(getActivity(world.city, actor, { activityId, link: linkToken }))).toBe('NOT_FOUND')
    }
    expect(await codeOf(getActivity(world.city, await world.actorOf('于欣然'), { activityId }))).toBe('OK')
    expect(await codeOf(getActivity(world.city, SYSTEM, { activityId }))).toBe('OK')
  })
})
