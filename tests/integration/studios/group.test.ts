import { afterAll, beforeAll, expect, it } from 'vitest'
import { GUEST } from '#core/domain/policy/actor.ts'
import { resourceOf } from '#server/usecases/activities/find-activity.ts'
import { getStudio } from '#server/usecases/studios/get-studio.ts'
import { foundTestCity, type TestCity } from '#tests/support/city/test-city.ts'

let city: TestCity
beforeAll(async () => {
  city = await foundTestCity()
})
afterAll(() => city.close())

it('[GROUP2] who is no longer in the group is nowhere counted as of it; that they were stays, and they may come again', async () => {
  const { database, city: deps } = city
  const membership = await database.membership.findFirstOrThrow({
    where: { person: { name: '荆文涛' }, studio: { name: '翟雅琴名师工作室' } },
  })
  const { studioId, personId } = membership
  const { id: activityId } = await database.activity.findFirstOrThrow({ where: { studioId } })
  const groupIds = async () => {
    const record = await deps.activities.record(activityId)
    return record === null ? [] : [...resourceOf(record).activity.groupIds]
  }
  const names = async () => (await getStudio(deps, GUEST, { studioId })).members.map(({ person }) => person.id)
  expect(await groupIds()).toContain(personId)
  await database.membership.update({ where: { id: membership.id }, data: { state: 'left', endedAt: new Date() } })
  expect(await groupIds()).not.toContain(personId)
  expect(await names()).not.toContain(personId)
  expect((await getStudio(deps, GUEST, { studioId })).card.memberCount).toBe(8)
  expect(await deps.people.studiosOf(personId)).toEqual([])
  const again = { studioId, personId, since: new Date() }
  await database.membership.create({ data: { ...again, id: deps.ids.next() } })
  expect(await names()).toContain(personId)
  expect(await database.membership.count({ where: { studioId, personId } })).toBe(2)
  await expect(database.membership.create({ data: { ...again, id: deps.ids.next() } })).rejects.toThrow()
})
