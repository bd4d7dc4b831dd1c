import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { auditAction, auditArea } from '#core/contract/audit.ts'
import { clearCity } from '#server/adapters/postgres/clear-city.ts'
import { HttpFront } from '#server/lifecycle/http-front.ts'
import { createLogger } from '#server/observability/logger.ts'
import { publishActivity, unpublishActivity } from '#server/usecases/activities/move-activity.ts'
import { listAudit } from '#server/usecases/audit/list-audit.ts'
import { setMotto } from '#server/usecases/studios/set-motto.ts'
import { foundTestCity, type PersonActor, type TestCity } from '#tests/support/city/test-city.ts'

let world: TestCity
let office: PersonActor
beforeAll(async () => {
  world = await foundTestCity()
  office = await world.actorOf('耿凤鸣')
  const master = await world.actorOf('翟雅琴')
  const draft = await world.database.activity.findFirstOrThrow({
    where: { hostId: master.personId, state: 'published' },
  })
  await unpublishActivity(world.city, master, { activityId: draft.id })
  await publishActivity(world.city, master, { activityId: draft.id })
  const studio = await world.database.studio.findFirstOrThrow({ where: { masterId: master.personId } })
  await setMotto(world.city, master, { studioId: studio.id, motto: '百分之一百_的用心。' })
})
afterAll(() => world.close())

const list = (input: Partial<Parameters<typeof listAudit>[2]> = {}) =>
  listAudit(world.city, office, { limit: 100, ...input })

describe('the audit log', () => {
  it('[AUDIT1] who, when, what about, and what before and after; the newest first', async () => {
    const [newest, published] = (await list()).items
    expect(newest).toMatchObject({
      action: 'studio.set-motto',
      actor: { name: '翟雅琴' },
      subject: { kind: 'studio', name: '翟雅琴名师工作室' },
      after: { motto: '百分之一百_的用心。' },
    })
    expect(published).toMatchObject({
      action: 'activity.publish',
      before: { state: 'draft' },
      after: { state: 'published' },
    })
  })

  it('[AUDIT5] from which machine, as the process saw it and not as it was claimed; none where the server acted by itself', async () => {
    const front = HttpFront.create({ certificate: undefined, log: createLogger({ level: 'silent' }) })
    const master = await world.actorOf('翟雅琴')
    const { id: studioId } = await world.database.studio.findFirstOrThrow({ where: { masterId: master.personId } })
    front.handle(async (_request, response) => {
      await setMotto(world.city, master, { studioId, motto: '从这里改的。' })
      response.end()
      return true
    })
    const port = await front.listen({ host: '127.0.0.1', port: 0 })
    // A proxy on this machine is believed, and only its last word.
    await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-forwarded-for': '1.2.3.4, 10.20.30.40' } })
    await front.close()
    const { items } = await list({ search: '10.20.30.40' })
    expect(items.map(({ address, after }) => [address, after['motto']])).toEqual([['10.20.30.40', '从这里改的。']])
    expect((await list({ search: '百分之一百' })).items[0]?.address).toBeNull()
  })

  it('[AUDIT1] whom an act was about is named, however many', async () => {
    const { items } = await list({ area: 'registration' })
    const approved = items.find(({ action }) => action === 'registration.approve')
    expect(approved?.after['people']?.split('、')).toEqual(['刘颖', '于欣然'])
    const assigned = (await list({ area: 'year-plan' })).items.find(({ action }) => action === 'year-plan.assign')
    expect(assigned?.after['assigneeId']).toMatch(/^\p{Script=Han}{2,4}$/u)
  })

  it.each(['翟雅琴', 'zyq', '用心', '一百_的', '名师工作室 zyq'])(
    '[AUDIT2] %s is found in who, what about and what changed',
    async (search) => {
      expect((await list({ search })).items.map(({ action }) => action)).toContain('studio.set-motto')
    },
  )

  it('[AUDIT2] by kind, by days of the city, and nothing where there is nothing', async () => {
    const areas = await list({ area: 'studio' })
    expect(areas.items.length).toBeGreaterThan(0)
    expect(new Set(areas.items.map(({ action }) => action.split('.')[0]))).toEqual(new Set(['studio']))
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    expect((await list({ from: today, to: today })).items.length).toBeGreaterThan(0)
    expect((await list({ to: '2020-01-01' })).items).toEqual([])
    expect((await list({ search: '%' })).items).toEqual([])
  })

  it('[AUDIT2] a page at a time, each line once', async () => {
    const written = await world.database.auditLog.findMany({ select: { id: true }, orderBy: { id: 'desc' } })
    const whole = written.map(({ id }) => id)
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const page = await list({ limit: 2, ...(cursor === undefined ? {} : { cursor }) })
      ids.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(whole.length).toBeGreaterThan(2)
    expect(ids).toEqual(whole)
  })

  it('[AUDIT3] nobody changes or deletes a line, not even the service itself', async () => {
    const { database } = world
    const before = await database.auditLog.count()
    await expect(database.auditLog.updateMany({ data: { action: 'nothing' } })).rejects.toThrow(/append-only/)
    await expect(database.auditLog.deleteMany({})).rejects.toThrow(/append-only/)
    await expect(database.$executeRaw`TRUNCATE audit_log`).rejects.toThrow(/append-only/)
    expect(await database.auditLog.count()).toBe(before)
  })

  it('[AUDIT4] every act has words in both languages, and is of a known kind', async () => {
    for (const locale of ['zh-CN', 'en']) {
      const file = resolve(import.meta.dirname, '../../../messages', locale, 'audit.json')
      const { actions, areas } = z
        .object({
          actions: z.record(z.string(), z.record(z.string(), z.string())),
          areas: z.record(z.string(), z.string()),
        })
        .parse(JSON.parse(await readFile(file, 'utf8')))
      const worded = Object.entries(actions).flatMap(([area, acts]) => Object.keys(acts).map((act) => `${area}.${act}`))
      expect(worded.sort()).toEqual([...auditAction.options].sort())
      expect(Object.keys(areas).sort()).toEqual([...auditArea.options].sort())
    }
    for (const action of auditAction.options) expect(auditArea.options).toContain(action.split('.')[0])
  })

  it('[AUDIT3] a founding that was cut short clears the city as a whole', async () => {
    await clearCity(world.database)
    expect(await world.database.auditLog.count()).toBe(0)
  })
})
