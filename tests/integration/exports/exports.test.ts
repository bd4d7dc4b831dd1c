import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportName } from '#core/contract/exports.ts'
import { workerTableReader } from '#server/adapters/tables/worker-table-reader.ts'
import { openAddressDoor, type AddressDoor } from '#tests/support/city/address-door.ts'
import { everybody, type Comer } from '#tests/support/city/everybody.ts'
import { openHttpDoor } from '#tests/support/city/http-door.ts'
import { foundTestCity, type TestCity } from '#tests/support/city/test-city.ts'

let world: TestCity
let door: AddressDoor
let comers: ReadonlyMap<string, Comer>

beforeAll(async () => {
  world = await foundTestCity()
  door = await openAddressDoor(world.app, { media: () => Promise.resolve(false) })
  const signing = await openHttpDoor(world.app)
  comers = await everybody(world, signing)
  await signing.close()
})
afterAll(async () => {
  await door.close()
  await world.close()
})

const ask = (role: string, path: string, cookie = '') =>
  door.ask(`/api/exports/${path}`, { cookie: `${comers.get(role)?.cookie ?? ''}${cookie}` })

/** Read back as an import reads what an office sends. */
async function tableOf(role: string, path: string, cookie?: string) {
  const { status, body, headers } = await ask(role, path, cookie)
  expect(status).toBe(200)
  expect(headers['content-disposition']).toMatch(/^attachment/)
  const rows = await workerTableReader.read(body, { maxRows: 10_000 })
  return rows.map(({ cells }) => cells)
}

describe('lists as Excel workbooks', () => {
  it('[EXP1] the whole list in its order, narrowed as in its page, with heads in the reader’s language', async () => {
    const [heads, ...rows] = await tableOf('市办', 'studios')
    const studios = await world.database.studio.findMany({ orderBy: { name: 'asc' } })
    expect(heads?.slice(0, 3)).toEqual(['名称', '类别', '级别'])
    expect(rows.map(([name]) => name).toSorted()).toEqual(studios.map(({ name }) => name).toSorted())
    const principals = await tableOf('市办', 'studios?kind=principal', '; tongke-locale=en')
    expect(principals[0]?.[0]).toBe('Name')
    expect(principals).toHaveLength(1 + studios.filter(({ kind }) => kind === 'principal').length)
  })

  it('[EXP2] a title that begins like a formula stays a text', async () => {
    const { id } = await world.database.activity.findFirstOrThrow({ where: { state: 'published', entry: 'city' } })
    const title = '=HYPERLINK("http://elsewhere.example","1")'
    await world.database.activity.update({ where: { id }, data: { title } })
    const rows = await tableOf('教师', 'activities?state=published')
    expect(rows.map(([first]) => first)).toContain(title)
  })

  it('[EXP3] nobody takes along what they may not see, and guests take nothing', async () => {
    for (const list of exportName.options) expect((await ask('访客', list)).status, list).toBe(401)
    for (const list of ['audit', 'applications', 'year-plans']) expect((await ask('教师', list)).status, list).toBe(403)
    expect((await ask('教师', 'registrations?activity=no-such')).status).toBe(404)
    expect((await ask('教师', 'people')).status).toBe(404)
  })

  it('[EXP4] who takes a list along is in the audit log, and that log is a list, too', async () => {
    await tableOf('市办', 'year-plans?year=2026&show=submitted')
    const lines = await tableOf('市办', 'audit?area=export')
    expect(lines.map((line) => line[4])).toContain('导出表格')
    expect(lines.some((line) => String(line[7]).includes('year=2026&show=submitted'))).toBe(true)
  })
})
