import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GUEST } from '#core/domain/policy/actor.ts'
import { UNDO_CANCELLING_MS } from '#core/domain/registration/registration-steps.ts'
import { getActivity } from '#server/usecases/activities/get-activity.ts'
import { cancelActivity, publishActivity, unpublishActivity } from '#server/usecases/activities/move-activity.ts'
import { updateActivity } from '#server/usecases/activities/update-activity.ts'
import { cancelRegistration, register } from '#server/usecases/registrations/register.ts'
import { foundTestCity, type TestCity } from '#tests/support/city/test-city.ts'
import { codeOf, registrationWorld } from './registration-world.ts'

let world: TestCity
let here: Awaited<ReturnType<typeof registrationWorld>>

beforeAll(async () => {
  world = await foundTestCity()
  here = await registrationWorld(world)
})
afterAll(() => world.close())

const people = async <const N extends readonly string[]>(...names: N) =>
  Promise.all(names.map((name) => world.actorOf(name)))

describe('registering', () => {
  it('[REG2] a teacher of another district registers, once however often they press, and is told', async () => {
    const activityId = await here.publish({ mode: 'open', capacity: null })
    const teacher = await world.actorOf('韩雪')
    const answers = await Promise.all([1, 2, 3].map(() => register(world.city, teacher, { activityId })))
    expect(answers).toEqual([{ state: 'registered' }, { state: 'registered' }, { state: 'registered' }])
    expect(await here.toldTo(teacher, activityId)).toEqual(['registration.registered'])
    const { registration } = await getActivity(world.city, teacher, { activityId })
    expect(registration).toEqual({
      mode: 'open',
      capacity: null,
      isInvited: false,
      invited: 0,
      isOpen: true,
      registered: 1,
      waiting: 0,
      mine: { state: 'registered' },
      may: { register: true, decide: false },
    })
  })

  it('[REG1] drafts, what takes none, and what is over take no registration', async () => {
    const teacher = await world.actorOf('韩雪')
    const none = await here.publish({ mode: 'none', capacity: null })
    const over = await here.publish(
      { mode: 'open', capacity: null },
      { startsAt: '2020-01-02T11:00:00Z', endsAt: '2020-01-02T12:00:00Z' },
    )
    expect(await codeOf(register(world.city, teacher, { activityId: none }))).toBe('CONFLICT')
    expect(await codeOf(register(world.city, teacher, { activityId: over }))).toBe('CONFLICT')
    expect((await getActivity(world.city, teacher, { activityId: none })).registration).toBeNull()
  })

  it('[REG8] who may not see it may not register, and guests sign in first', async () => {
    const group = await here.publish({ mode: 'open', capacity: null }, { entry: 'group' })
    const open = await here.publish({ mode: 'open', capacity: null })
    const [stranger] = await here.strangers(1)
    if (stranger === undefined) throw new Error('the city has somebody')
    expect(await codeOf(register(world.city, stranger, { activityId: group }))).toBe('NOT_FOUND')
    expect(await codeOf(register(world.city, GUEST, { activityId: open }))).toBe('UNAUTHENTICATED')
    expect((await getActivity(world.city, GUEST, { activityId: open })).registration?.may.register).toBe(false)
  })

  it('[REG3] of thirty who press for the last two places in the same moment, two have them, the others wait in order', async () => {
    const activityId = await here.publish({ mode: 'open', capacity: 2 })
    const comers = await here.strangers(30)
    const answers = await Promise.all(comers.map((comer) => register(world.city, comer, { activityId })))
    expect(answers.filter(({ state }) => state === 'registered')).toHaveLength(2)
    expect(answers.filter(({ state }) => state === 'waiting')).toHaveLength(28)
    const places = await Promise.all(
      comers.map(async (comer) => (await getActivity(world.city, comer, { activityId })).registration?.mine),
    )
    const waiting = places.flatMap((mine) => (mine?.state === 'waiting' ? [mine.place] : []))
    expect(waiting.sort((a, b) => a - b)).toEqual(Array.from({ length: 28 }, (_, index) => index + 1))
  })
})

describe('cancelling', () => {
  it('[REG4] the first who waits moves up and is told, in the same transaction', async () => {
    const activityId = await here.publish({ mode: 'open', capacity: 1 })
    const [first, second, third] = await people('韩雪', '巴玉婷', '谭思齐')
    if (!first || !second || !third) throw new Error('three people')
    for (const one of [first, second, third]) await register(world.city, one, { activityId })
    await cancelRegistration(world.city, first, { activityId })
    expect(await here.statesOf(activityId)).toEqual({
      [first.personId]: 'cancelled',
      [second.personId]: 'registered',
      [third.personId]: 'waiting',
    })
    expect(await here.toldTo(second, activityId)).toEqual(['registration.waiting', 'registration.moved-up'])
    expect(await codeOf(cancelRegistration(world.city, first, { activityId }))).toBe('CONFLICT')
  })

  it('[REG4] when all cancel at once while others wait, no place is given twice and none stays empty', async () => {
    const activityId = await here.publish({ mode: 'open', capacity: 5 })
    const comers = await here.strangers(20)
    for (const comer of comers) await register(world.city, comer, { activityId })
    await Promise.all(comers.slice(0, 8).map((comer) => cancelRegistration(world.city, comer, { activityId })))
    const states = Object.values(await here.statesOf(activityId))
    expect(states.filter((state) => state === 'registered')).toHaveLength(5)
    expect(states.filter((state) => state === 'waiting')).toHaveLength(7)
  })

  it('[REG6] taken back at once one is where one was; where the place has gone, at the head of those who wait', async () => {
    const activityId = await here.publish({ mode: 'open', capacity: 1 })
    const [first, second, third] = await people('韩雪', '巴玉婷', '谭思齐')
    if (!first || !second || !third) throw new Error('three people')
    await register(world.city, first, { activityId })
    await cancelRegistration(world.city, first, { activityId })
    expect(await register(world.city, first, { activityId })).toEqual({ state: 'registered' })
    for (const one of [second, third]) await register(world.city, one, { activityId })
    await cancelRegistration(world.city, first, { activityId })
    expect(await register(world.city, first, { activityId })).toEqual({ state: 'waiting' })
    const { registration } = await getActivity(world.city, first, { activityId })
    expect(registration?.mine).toEqual({ state: 'waiting', place: 1 })
  })

  it('[REG6] later it is a registration like any other', async () => {
    const activityId = await here.publish({ mode: 'open', capacity: 1 })
    const [first, second, third] = await people('韩雪', '巴玉婷', '谭思齐')
    if (!first || !second || !third) throw new Error('three people')
    for (const one of [first, second, third]) await register(world.city, one, { activityId })
    await cancelRegistration(world.city, first, { activityId })
    const clock = { nowEpochMs: () => world.city.clock.nowEpochMs() + UNDO_CANCELLING_MS + 1 }
    await register({ ...world.city, clock }, first, { activityId })
    const { registration } = await getActivity(world.city, first, { activityId })
    expect(registration?.mine).toEqual({ state: 'waiting', place: 2 })
  })
})

describe('[REG7] what becomes of the activity', () => {
  it('a greater capacity lets those move up who wait; a smaller one throws nobody out', async () => {
    const activityId = await here.publish({ mode: 'open', capacity: 1 })
    const comers = await here.strangers(4)
    for (const comer of comers) await register(world.city, comer, { activityId })
    const to = (capacity: number) =>
      updateActivity(world.city, here.master, { activityId, input: here.input({ mode: 'open', capacity }) })
    await to(3)
    expect(Object.values(await here.statesOf(activityId))).toEqual([
      'registered',
      'registered',
      'registered',
      'waiting',
    ])
    await to(1)
    expect(Object.values(await here.statesOf(activityId))).toEqual([
      'registered',
      'registered',
      'registered',
      'waiting',
    ])
  })

  it('whoever has registered is told of another time, of withdrawing and of cancelling, and of nothing else', async () => {
    const activityId = await here.publish({ mode: 'open', capacity: null })
    const teacher = await world.actorOf('韩雪')
    await register(world.city, teacher, { activityId })
    const update = (change: Parameters<typeof here.input>[1]) =>
      updateActivity(world.city, here.master, {
        activityId,
        input: here.input({ mode: 'open', capacity: null }, change),
      })
    await update({ question: '社戏里的戏好看吗？' })
    await update({ startsAt: '2030-01-03T11:00:00Z', endsAt: '2030-01-03T12:00:00Z' })
    await unpublishActivity(world.city, here.master, { activityId })
    await publishActivity(world.city, here.master, { activityId })
    await cancelActivity(world.city, here.master, { activityId })
    expect(await here.toldTo(teacher, activityId)).toEqual([
      'registration.registered',
      'activity.rescheduled',
      'activity.withdrawn',
      'activity.published-again',
      'activity.cancelled',
    ])
  })

  it('of registering and cancelling the activity in one moment, nobody is left registered and untold', async () => {
    const activityId = await here.publish({ mode: 'open', capacity: null })
    const comers = await here.strangers(8)
    const codes = await Promise.all([
      ...comers.slice(0, 4).map((comer) => codeOf(register(world.city, comer, { activityId }))),
      codeOf(cancelActivity(world.city, here.master, { activityId })),
      ...comers.slice(4).map((comer) => codeOf(register(world.city, comer, { activityId }))),
    ])
    // Who came after the cancelling is told at once that it takes no registrations.
    for (const [index, comer] of comers.entries()) {
      const told = await here.toldTo(comer, activityId)
      const code = codes[index < 4 ? index : index + 1]
      expect(told).toEqual(code === 'OK' ? ['registration.registered', 'activity.cancelled'] : [])
    }
  })
})
