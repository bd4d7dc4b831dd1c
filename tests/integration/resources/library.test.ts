import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resourceInput, VIEW_PARTS, type ResourceInput } from '#core/contract/resources.ts'
import { PostgresWaiting } from '#server/adapters/postgres/postgres-waiting.ts'
import { listWaiting } from '#server/usecases/waiting/list-waiting.ts'
import { searchCity } from '#server/usecases/search/search-city.ts'
import { GUEST, type Actor } from '#core/domain/policy/actor.ts'
import { addResource } from '#server/usecases/resources/add-resource.ts'
import {
  changeResource,
  decideResource,
  discardResource,
  submitResource,
  withdrawResource,
} from '#server/usecases/resources/move-resource.ts'
import { addMaterial, listMaterials, removeMaterial } from '#server/usecases/resources/materials.ts'
import { getResource, listResources, noteResourceView } from '#server/usecases/resources/read-resources.ts'
import type { ResourceDeps } from '#server/usecases/resources/resource-door.ts'
import { pdfFile, wordFile } from '#tests/support/resource/sample-files.ts'
import { openUploadDoor, type UploadDoor } from '#tests/support/resource/upload-door.ts'
import { freshActivity } from '#tests/support/city/fresh-activity.ts'
import { foundTestCity, type PersonActor, type TestCity } from '#tests/support/city/test-city.ts'

let world: TestCity
let deps: ResourceDeps
let door: UploadDoor
let master: PersonActor
let member: PersonActor
let outsider: PersonActor
let office: PersonActor
let studioId: string
let files = 0

beforeAll(async () => {
  world = await foundTestCity()
  deps = world.resources.deps
  await world.database.resource.deleteMany()
  await world.database.notification.deleteMany()
  door = await openUploadDoor(world)
  master = await world.actorOf('翟雅琴')
  office = await world.actorOf('耿凤鸣')
  const active = { where: { state: 'active', personId: { not: master.personId } }, select: { person: true } } as const
  const studio = await world.database.studio.findFirstOrThrow({
    where: { name: '翟雅琴名师工作室' },
    select: { id: true, memberships: active },
  })
  studioId = studio.id
  member = await world.actorOf(studio.memberships[0]?.person.name ?? '')
  const none = { none: {} }
  const { name } = await world.database.person.findFirstOrThrow({
    where: { memberships: none, mastered: none, grants: { every: { role: 'teacher' } } },
  })
  outsider = await world.actorOf(name)
})
afterAll(async () => {
  await door.close()
  await world.close()
})

const described = (more: Partial<ResourceInput> = {}) =>
  resourceInput.parse({
    ...{ title: '乡愁教学设计', summary: '', kind: 'lesson-plan', subject: '语文', stage: '初中' },
    ...{ edition: '统编版', volume: '九年级上册', unit: '第一单元' },
    ...{ licence: 'city-teaching', downloads: 'signed-in', activityId: null, ...more },
  })

async function draft(who: PersonActor, more: Partial<ResourceInput> = {}, bytes?: Buffer) {
  door.as(who)
  const body = bytes ?? pdfFile({ pages: 1, mark: `library ${(files += 1)}` })
  const uploadId = await door.send(body, { fileName: '教案.pdf' })
  const { resourceId } = await addResource(deps, who, { uploadId, studioId, activityId: null })
  const { version } = await changeResource(deps, who, { resourceId, version: 1, input: described(more) })
  return { resourceId, version }
}
async function published(more: Partial<ResourceInput> = {}, bytes?: Buffer) {
  const seen = await draft(master, more, bytes)
  expect(await submitResource(deps, master, seen)).toEqual({ state: 'published' })
  return { resourceId: seen.resourceId, version: seen.version + 1 }
}
const titles = async (who: Actor, more: object = {}) => {
  const page = await listResources(deps, who, { show: 'published', filter: {}, limit: 60, cursor: undefined, ...more })
  return page.items.map(({ title }) => title)
}
const waitingFor = async (who: PersonActor) =>
  (await listWaiting({ waiting: new PostgresWaiting(world.database, world.city) }, who)).lines.map(({ kind }) => kind)
const toldTo = ({ personId }: PersonActor) =>
  world.database.notification.findMany({
    where: { personId, kind: { startsWith: 'resource.' } },
    orderBy: { id: 'asc' },
  })

describe('the library', () => {
  it('[RES10] a member hands in, the master returns with a reason, and publishes the mended one; each is told', async () => {
    const seen = await draft(member, { title: '交来的课件' })
    const { resourceId } = seen
    await expect(getResource(deps, outsider, { resourceId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await submitResource(deps, member, seen)).toEqual({ state: 'submitted' })
    expect(await titles(master, { show: 'waiting' })).toEqual(['交来的课件'])
    expect(await waitingFor(master)).toContain('resource.decide')
    const decide = (version: number, decision: Parameters<typeof decideResource>[2]['decision'], who = master) =>
      decideResource(deps, who, { resourceId, version, decision })
    await expect(decide(3, { to: 'published' }, member)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await decide(3, { to: 'returned', reason: '请补上板书。' })
    await expect(decide(3, { to: 'published' })).rejects.toMatchObject({ code: 'CONFLICT' })
    const { reason, state } = await getResource(deps, member, { resourceId })
    expect(await waitingFor(member)).toContain('resource.returned')
    expect({ reason, state }).toEqual({ reason: '请补上板书。', state: 'returned' })
    await submitResource(deps, member, { resourceId, version: 4 })
    await decide(5, { to: 'published' })
    expect((await toldTo(master)).map(({ kind }) => kind)).toEqual(['resource.submitted', 'resource.submitted'])
    expect((await toldTo(member)).map(({ kind }) => kind)).toEqual(['resource.returned', 'resource.published'])
    expect(await titles(GUEST)).toContain('交来的课件')
    const acts = await world.database.auditLog.findMany({ where: { subject: `resource:${resourceId}` } })
    expect(acts.map(({ action }) => action).toSorted()).toEqual(
      ['add', 'change', 'publish', 'return', 'submit', 'submit'].map((act) => `resource.${act}`),
    )
  })

  it('[RES11] what is out is nobody’s to change but the master’s; withdrawn by master or office, it is gone for others', async () => {
    const { resourceId, version } = await published({ title: '要下架的' })
    const input = described({ title: '改过的' })
    await expect(changeResource(deps, outsider, { resourceId, version, input })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(changeResource(deps, master, { resourceId, version: version - 1, input })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    await expect(discardResource(deps, master, { resourceId, version })).rejects.toMatchObject({ code: 'CONFLICT' })
    const withdraw = (who: Actor) => withdrawResource(deps, who, { resourceId, version, reason: '内容过时。' })
    await expect(withdraw(outsider)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await withdraw(office)
    expect(await titles(GUEST)).not.toContain('要下架的')
    await expect(getResource(deps, outsider, { resourceId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await getResource(deps, master, { resourceId })).toMatchObject({ state: 'withdrawn', reason: '内容过时。' })
  })

  it('[RES12] who may take a file along: everybody, who is signed in, or nobody; a download is counted once a person and day', async () => {
    const open = await published({ title: '随便下', downloads: 'everyone' })
    const signedIn = await published({ title: '登录下', downloads: 'signed-in' })
    const closed = await published({ title: '只能看', downloads: 'nobody' })
    const take = async (who: Actor, { resourceId }: { resourceId: string }, headers = {}) => {
      door.as(who)
      // Permissions are taken for granted for some seconds to one cookie: each comes with another.
      const cookie = `who=${who.kind === 'person' ? who.personId : 'guest'}`
      return await door.get(`/media/resources/${resourceId}/1/download`, { cookie, ...headers })
    }
    expect((await take(GUEST, open)).status).toBe(200)
    expect((await take(GUEST, signedIn)).status).toBe(404)
    expect((await take(outsider, closed)).status).toBe(404)
    expect((await take(master, closed)).status).toBe(200)
    const answer = await take(outsider, signedIn)
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent('教案.pdf')}`,
    )
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    await take(outsider, signedIn)
    expect((await take(outsider, open, { range: 'bytes=0-9' })).status).toBe(206)
    const downloadsOf = async ({ resourceId }: { resourceId: string }) =>
      (await getResource(deps, office, { resourceId })).downloads
    expect([await downloadsOf(signedIn), await downloadsOf(open)]).toEqual([1, 0])
  })

  it('[RES13] a view is what was seen of it: parts add up over visits, and nobody counts twice', async () => {
    const { resourceId } = await published({ title: '看了多少' })
    const look = (who: Actor, parts: number[]) => noteResourceView(deps, who, { resourceId, parts })
    await look(GUEST, [0])
    await look(master, [0, 1, 2])
    await look(outsider, [0, 1, 2, 3, 4])
    await look(outsider, [3, 4, 5, 6, 7, 8, 9])
    const all = Array.from({ length: VIEW_PARTS }, (_, part) => part)
    await look(office, all)
    const { viewers, meanCoverage } = await getResource(deps, GUEST, { resourceId })
    expect({ viewers, meanCoverage }).toEqual({ viewers: 2, meanCoverage: (10 / VIEW_PARTS + 1) / 2 })
  })

  it('[RES14] the list is found by words, pinyin, kind, subject and stage, and turned page by page', async () => {
    await published({ title: '圆的面积', subject: '数学', stage: '小学', kind: 'slides', unit: '第五单元 圆' })
    await published({ title: '春', subject: '语文', stage: '初中', kind: 'paper' })
    expect(await titles(GUEST, { search: '面积' })).toEqual(['圆的面积'])
    expect(await titles(GUEST, { search: 'ydmj' })).toEqual(['圆的面积'])
    expect(await titles(GUEST, { search: '第五单元' })).toEqual(['圆的面积'])
    const { resources } = await searchCity(world.city, GUEST, { query: '面积' })
    expect(resources.items.map(({ title }) => title)).toEqual(['圆的面积'])
    expect(await titles(GUEST, { filter: { subject: '数学', stage: '小学', kind: 'slides', shape: 'pdf' } })).toEqual([
      '圆的面积',
    ])
    expect(await titles(GUEST, { filter: { subject: '数学', stage: '初中' } })).toEqual([])
    const all = await titles(GUEST)
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = await listResources(deps, GUEST, {
        show: 'published',
        filter: {},
        search: undefined,
        limit: 2,
        cursor,
      })
      paged.push(...page.items.map(({ title }) => title))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(paged).toEqual(all)
  })

  it('[RES15] an Office file is never shown as itself; without LibreOffice the page says that it can be downloaded', async () => {
    const { resourceId } = await published({ title: 'Word 教案' }, wordFile('乡愁'))
    expect((await door.get(`/media/resources/${resourceId}/1/shown`)).status).toBe(404)
    const { versions, preview } = await getResource(deps, GUEST, { resourceId })
    expect({ shape: versions[0]?.shape, preview }).toEqual({ shape: 'office', preview: 'waiting' })
    const { sha256 } = await world.database.resourceVersion.findFirstOrThrow({ where: { resourceId } })
    await world.database.storedFile.update({ where: { sha256 }, data: { preview: 'ready', shownKey: null } })
    expect((await getResource(deps, GUEST, { resourceId })).preview).toBe('none')
  })

  it('[RES16] it comes from an activity of its own studio, or from none', async () => {
    const other = await world.database.activity.findFirstOrThrow({ where: { studioId: { not: studioId } } })
    const { resourceId, version } = await draft(member)
    const change = (activityId: string) =>
      changeResource(deps, member, { resourceId, version, input: described({ activityId }) })
    await expect(change(other.id)).rejects.toMatchObject({ code: 'INVALID', field: 'input.activityId' })
    const own = await world.database.activity.findFirstOrThrow({ where: { studioId } })
    await change(own.id)
    expect((await getResource(deps, member, { resourceId })).activity).toEqual({ id: own.id, title: own.title })
    const draftId = await freshActivity(world, { studioId, state: 'draft', entry: 'city' })
    const out = await published({ title: '出自草稿', activityId: draftId })
    expect((await getResource(deps, GUEST, out)).activity).toBeNull()
    expect((await getResource(deps, master, out)).activity?.id).toBe(draftId)
  })

  it('[RES18] an activity gives materials before and after, and what came from it; nobody is shown what is not theirs to see', async () => {
    const materials = { ...deps, activities: world.city.activities }
    const { id: activityId } = await world.database.activity.findFirstOrThrow({
      where: { studioId, state: { not: 'draft' }, entry: { not: 'group' } },
    })
    const shown = async (who: Actor) =>
      (await listMaterials(materials, who, { activityId })).materials.map(({ resource, phase, cameFromIt }) => [
        ...[resource.title, phase, cameFromIt],
      ])
    const before = await published({ title: '先读这篇' })
    const hidden = await draft(master, { title: '还没发布' })
    await published({ title: '课后反思', activityId })
    const add = (who: Actor, { resourceId }: { resourceId: string }, phase: 'before' | 'after') =>
      addMaterial(materials, who, { activityId, resourceId, phase })
    await expect(add(outsider, before, 'before')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(add(master, { resourceId: 'no-such' }, 'before')).rejects.toMatchObject({ field: 'resourceId' })
    await add(master, before, 'after')
    await add(master, before, 'before')
    await add(master, hidden, 'before')
    expect(await shown(outsider)).toEqual([
      ['先读这篇', 'before', false],
      ['课后反思', 'after', true],
    ])
    expect(await shown(master)).toContainEqual(['还没发布', 'before', false])
    await removeMaterial(materials, master, { activityId, resourceId: before.resourceId })
    expect(await shown(outsider)).toEqual([['课后反思', 'after', true]])
  })
})
