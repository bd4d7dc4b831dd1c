import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PostgresWaiting } from '#server/adapters/postgres/postgres-waiting.ts'
import { listWaiting } from '#server/usecases/waiting/list-waiting.ts'
import { foundTestCity, type TestCity } from '#tests/support/city/test-city.ts'

const DAY_MS = 86_400_000

let world: TestCity
let studioId: string
let activityId: string

beforeAll(async () => {
  world = await foundTestCity()
  const { database } = world
  await database.studioApplication.deleteMany()
  await database.yearPlan.deleteMany()
  await database.resource.deleteMany()
  await database.registration.deleteMany()
  await database.membership.deleteMany({ where: { state: { in: ['proposed', 'consented'] } } })
  const master = await world.actorOf('翟雅琴')
  ;({ id: studioId } = await database.studio.findFirstOrThrow({ where: { masterId: master.personId } }))
  ;({ id: activityId } = await database.activity.findFirstOrThrow({ where: { studioId, state: 'published' } }))
})
afterAll(() => world.close())

/** What waits for somebody, as `kind count`, in its order. */
async function waitingFor(name: string): Promise<string[]> {
  const { lines } = await listWaiting(
    { waiting: new PostgresWaiting(world.database, world.city) },
    await world.actorOf(name),
  )
  return lines.map(({ kind, count }) => `${kind} ${count}`)
}

const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS)

async function apply(name: string, application: { state: string; districtName: string | null; days: number }) {
  const { state, districtName, days } = application
  const { personId } = await world.actorOf(name)
  const district =
    districtName === null
      ? null
      : await world.database.organisation.findFirstOrThrow({ where: { shortName: districtName }, select: { id: true } })
  await world.database.studioApplication.create({
    data: {
      ...{ id: world.city.ids.next(), applicantId: personId, openFor: personId, state, version: 1 },
      ...{ form: { name: `${name}名师工作室` }, districtId: district?.id ?? null, waitingSince: daysAgo(days) },
    },
  })
}

describe('[DESK1] 待办', () => {
  it('is empty for whom nothing waits', async () => {
    expect(await waitingFor('周雨桐')).toEqual([])
    expect(await waitingFor('耿凤鸣')).toEqual([])
  })

  it('has each thing at the desk whose turn it is, and at no other', async () => {
    const { database, city } = world
    await apply('韩雪', { state: 'district-review', districtName: '张店区', days: 1 })
    await apply('宗立新', { state: 'office-review', districtName: '高青县', days: 2 })
    await apply('巴玉婷', { state: 'office-review', districtName: null, days: 9 })
    await apply('谭思齐', { state: 'returned', districtName: '张店区', days: 3 })
    await apply('仇海燕', { state: 'draft', districtName: null, days: 3 })
    await database.yearPlan.create({
      data: {
        ...{ id: city.ids.next(), studioId, year: 2030, state: 'submitted', goals: '' },
        submittedAt: daysAgo(4),
      },
    })
    await database.yearPlan.create({
      data: { ...{ id: city.ids.next(), studioId, year: 2031, state: 'returned', goals: '' }, submittedAt: daysAgo(5) },
    })
    for (const [name, state] of [
      ['韩雪', 'asked'],
      ['宗立新', 'asked'],
      ['巴玉婷', 'registered'],
    ] as const) {
      const { personId } = await world.actorOf(name)
      const registration = { activityId, personId, state, queueKey: city.ids.next(), askedAt: daysAgo(6), version: 1 }
      await database.registration.create({ data: registration })
    }
    const { personId } = await world.actorOf('周雨桐')
    await database.membership.create({
      data: { id: city.ids.next(), studioId, personId, state: 'proposed', proposedAt: daysAgo(1) },
    })
    const { personId: consented } = await world.actorOf('国兆亮')
    await database.membership.create({
      data: { id: city.ids.next(), studioId, personId: consented, state: 'consented', proposedAt: daysAgo(7) },
    })

    expect(await waitingFor('耿凤鸣')).toEqual(['application.office 2', 'membership.office 1', 'year-plan.office 1'])
    expect(await waitingFor('路广平')).toEqual(['application.district 1'])
    expect(await waitingFor('左秀芬')).toEqual([])
    expect(await waitingFor('谭思齐')).toEqual(['application.returned 1'])
    expect(await waitingFor('翟雅琴')).toEqual(['registration.asked 2', 'year-plan.returned 1'])
    expect(await waitingFor('孙学军')).toEqual([])
    expect(await waitingFor('周雨桐')).toEqual(['membership.answer 1'])
  })
})
