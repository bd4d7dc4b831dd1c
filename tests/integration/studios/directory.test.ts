import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { httpSchemasOf } from '#core/contract/http-requests.ts'
import { CITY_SCHOOLS, type StudioFilter } from '#core/contract/studio-filter.ts'
import { GUEST } from '#core/domain/policy/actor.ts'
import { countStudios } from '#server/usecases/studios/count-studios.ts'
import { listStudios } from '#server/usecases/studios/list-studios.ts'
import { foundTestCity, type TestCity } from '#tests/support/city/test-city.ts'

let world: TestCity
beforeAll(async () => {
  world = await foundTestCity()
})
afterAll(() => world.close())

type Query = StudioFilter & { search?: string }
const choicesFor = async (query: Query) =>
  httpSchemasOf('studios.choices').output.parse(await countStudios(world.city, GUEST, query))
const namesFor = async (query: Query) =>
  (await listStudios(world.city, GUEST, { ...query, limit: 60 })).items.map(({ name }) => name)

/** Every choice that is offered, as the query it leads to. */
async function leadsOf(query: Query): Promise<{ to: Query; count: number }[]> {
  const { kind, level, district, stage, subject } = await choicesFor(query)
  return [
    ...kind.map(({ value, count }) => ({ to: { ...query, kind: value }, count })),
    ...level.map(({ value, count }) => ({ to: { ...query, level: value }, count })),
    ...district.map(({ value, count }) => ({ to: { ...query, districtId: value }, count })),
    ...stage.map(({ value, count }) => ({ to: { ...query, stage: value }, count })),
    ...subject.map(({ value, count }) => ({ to: { ...query, subject: value }, count })),
  ]
}

describe('the directory of studios', () => {
  it.each<[string, Query]>([
    ['nothing', {}],
    ['a level', { level: 'city' }],
    ['a kind and a stage', { kind: 'teacher', stage: '小学' }],
    ['words', { search: '数学' }],
    ['pinyin, and a level', { search: 'mingshi', level: 'qilu' }],
  ])('[STUDIO2] with %s chosen, each choice leads to as many studios as it says', async (_, query) => {
    const leads = await leadsOf(query)
    expect(leads.length).toBeGreaterThan(3)
    for (const { to, count } of leads) expect([to, (await namesFor(to)).length]).toEqual([to, count])
    expect((await choicesFor(query)).total).toBe((await namesFor(query)).length)
  })

  it("[STUDIO2] by district, with the city's own schools apart", async () => {
    const everything = await choicesFor({})
    const zhangdian = everything.district.find(({ name }) => name === '张店区')
    expect(await namesFor({ districtId: zhangdian?.value ?? '' })).toContain('翟雅琴名师工作室')

    const host = await world.database.studio.findFirstOrThrow({ where: { name: '翟雅琴名师工作室' } })
    const bureau = await world.database.organisation.findFirstOrThrow({ where: { kind: 'city-bureau' } })
    const school = { id: 'city-school', kind: 'school', name: '淄博实验中学', shortName: '淄博实验' }
    await world.database.organisation.create({ data: { ...school, parentId: bureau.id } })
    await world.database.studio.update({ where: { id: host.id }, data: { hostSchoolId: school.id } })
    expect((await choicesFor({})).district[0]).toEqual({ value: CITY_SCHOOLS, name: null, count: 1 })
    expect(await namesFor({ districtId: CITY_SCHOOLS })).toEqual(['翟雅琴名师工作室'])
    expect(await namesFor({ districtId: zhangdian?.value ?? '' })).not.toContain('翟雅琴名师工作室')
  })

  it('[STUDIO2] what leads nowhere is not offered', async () => {
    const { total, kind, district } = await choicesFor({ search: '没有这样的工作室' })
    expect([total, kind, district]).toEqual([0, [], []])
    expect(await namesFor({ districtId: 'no-such-district' })).toEqual([])
  })

  it('[PAGE1] the pages of a narrowed list hold each studio once', async () => {
    const whole = await namesFor({ kind: 'teacher' })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listStudios(world.city, GUEST, {
        ...{ kind: 'teacher', limit: 2 },
        ...(cursor === undefined ? {} : { cursor }),
      })
      seen.push(...page.items.map(({ name }) => name))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual(whole)
    expect(new Set(seen).size).toBe(seen.length)
  })
})
