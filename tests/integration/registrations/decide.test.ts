import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelRegistration, register } from '#server/usecases/registrations/register.ts'
import { decideRegistrations } from '#server/usecases/registrations/decide-registrations.ts'
import { listRegistrations } from '#server/usecases/registrations/list-registrations.ts'
import { foundTestCity, type PersonActor, type TestCity } from '#tests/support/city/test-city.ts'
import { codeOf, registrationWorld } from './registration-world.ts'

let world: TestCity
let here: Awaited<ReturnType<typeof registrationWorld>>

beforeAll(async () => {
  world = await foundTestCity()
  here = await registrationWorld(world)
})
afterAll(() => world.close())

const list = (activityId: string, actor: PersonActor = here.master) =>
  listRegistrations(world.city, actor, { activityId, limit: 100 })

async function askedBy(count: number, capacity: number | null) {
  const activityId = await here.publish({ mode: 'approval', capacity })
  const comers = await here.strangers(count)
  for (const comer of comers) await register(world.city, comer, { activityId })
  const { items } = await list(activityId)
  const choose = items.map(({ person, version }) => ({ personId: person.id, version }))
  return { activityId, comers, choose }
}

describe('[REG5] by approval', () => {
  it('the host hears who asks, lets in many at once, and who is beyond the capacity waits', async () => {
    const { activityId, comers, choose } = await askedBy(3, 2)
    expect(await here.toldTo(here.master, activityId)).toEqual(Array(3).fill('registration.asked'))
    // In the order of asking, whatever the order of choosing.
    await decideRegistrations(world.city, here.master, {
      activityId,
      decision: 'approve',
      people: [...choose].reverse(),
      reason: '',
    })
    expect(Object.values(await here.statesOf(activityId))).toEqual(['registered', 'registered', 'waiting'])
    const [first, , last] = comers
    if (!first || !last) throw new Error('three people')
    expect(await here.toldTo(first, activityId)).toEqual(['registration.registered'])
    await cancelRegistration(world.city, first, { activityId })
    expect(await here.toldTo(last, activityId)).toEqual(['registration.waiting', 'registration.moved-up'])
  })

  it('who is declined is told why, cannot ask again, and the place goes on', async () => {
    const { activityId, comers, choose } = await askedBy(2, 1)
    const decide = (decision: 'approve' | 'decline', people: typeof choose, reason = '') =>
      decideRegistrations(world.city, here.master, { activityId, decision, people, reason })
    await decide('approve', choose)
    const [first, second] = comers
    if (!first || !second) throw new Error('two people')
    const [inside] = (await list(activityId)).items
    if (inside === undefined) throw new Error('somebody is in')
    await decide('decline', [{ personId: inside.person.id, version: inside.version }], '名额留给外区老师。')
    expect(await here.statesOf(activityId)).toEqual({
      [first.personId]: 'declined',
      [second.personId]: 'registered',
    })
    const told = await world.database.notification.findFirstOrThrow({
      where: { personId: first.personId, kind: 'registration.declined' },
      select: { params: true },
    })
    expect(told.params).toMatchObject({ reason: '名额留给外区老师。' })
    expect(await codeOf(register(world.city, first, { activityId }))).toBe('CONFLICT')
  })

  it('of two hosts who decide on the same people, the second is told, and nothing is overwritten', async () => {
    const { activityId, choose } = await askedBy(4, null)
    const office = await world.actorOf('耿凤鸣')
    const codes = await Promise.all([
      codeOf(
        decideRegistrations(world.city, here.master, { activityId, decision: 'approve', people: choose, reason: '' }),
      ),
      codeOf(decideRegistrations(world.city, office, { activityId, decision: 'decline', people: choose, reason: '' })),
    ])
    expect(codes.sort()).toEqual(['CONFLICT', 'OK'])
    expect(new Set(Object.values(await here.statesOf(activityId))).size).toBe(1)
  })

  it('one who has cancelled meanwhile stops the whole decision', async () => {
    const { activityId, comers, choose } = await askedBy(2, null)
    const [first] = comers
    if (!first) throw new Error('two people')
    await cancelRegistration(world.city, first, { activityId })
    const decision = { activityId, decision: 'approve' as const, people: choose, reason: '' }
    expect(await codeOf(decideRegistrations(world.city, here.master, decision))).toBe('CONFLICT')
    expect(Object.values(await here.statesOf(activityId))).toEqual(['cancelled', 'asked'])
  })
})

describe('[REG9] the list', () => {
  it('pages by key through everybody once, with the counts, without who cancelled', async () => {
    const activityId = await here.publish({ mode: 'open', capacity: 3 })
    const comers = await here.strangers(7)
    for (const comer of comers) await register(world.city, comer, { activityId })
    const [first] = comers
    if (!first) throw new Error('seven people')
    await cancelRegistration(world.city, first, { activityId })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listRegistrations(world.city, here.master, {
        activityId,
        limit: 2,
        ...(cursor === undefined ? {} : { cursor }),
      })
      expect(page.counts).toEqual({ asked: 0, registered: 3, waiting: 3, declined: 0 })
      seen.push(...page.items.map(({ person }) => person.id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual(comers.slice(1).map(({ personId }) => personId))
  })

  it('is for the host and the office alone', async () => {
    const activityId = await here.publish({ mode: 'open', capacity: null })
    expect(await codeOf(list(activityId, await world.actorOf('韩雪')))).toBe('FORBIDDEN')
    expect(await codeOf(list(activityId, await world.actorOf('荆文涛')))).toBe('FORBIDDEN')
    expect(await codeOf(list(activityId, await world.actorOf('耿凤鸣')))).toBe('OK')
  })
})
