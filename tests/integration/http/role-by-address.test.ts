import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activityEntry, activityState } from '#core/contract/activity.ts'
import { IMPORT_MAX_BYTES } from '#core/contract/imports.ts'
import { PLAN_IMAGE_MAX_BYTES } from '#core/contract/plan.ts'
import type { RoomRole } from '#core/contract/roles.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import { createRecordingParts, type RecordingParts } from '#server/start-recordings.ts'
import { resourceOf } from '#server/usecases/activities/find-activity.ts'
import type { ActivityRecord } from '#server/usecases/activities/ports.ts'
import { openAddressDoor, type AddressAnswer, type AddressDoor } from '#tests/support/city/address-door.ts'
import { everybody, everyRoomRole, type Comer } from '#tests/support/city/everybody.ts'
import { holdActivity, type HeldActivity, type HeldWorld } from '#tests/support/city/held-activity.ts'
import { openHttpDoor } from '#tests/support/city/http-door.ts'
import { foundTestCity, type TestCity } from '#tests/support/city/test-city.ts'

const RECORDINGS = ['active', 'processing', 'ready', 'failed'] as const
const WORLDS: HeldWorld[] = activityState.options.flatMap((state, row) =>
  activityEntry.options.map((entry, column) => ({ state, entry, recording: RECORDINGS[(row + column) % 4] ?? null })),
)

const REPLAY_ADDRESSES = {
  部分: ({ partId }: HeldActivity) => `/media/recordings/${partId}`,
  部分的索引: ({ partId }: HeldActivity) => `/media/recordings/${partId}/index`,
  部分的开头: ({ partId }: HeldActivity) => `/media/recordings/${partId}/init`,
  混音: ({ recordingId }: HeldActivity) => `/media/recordings/${recordingId}/mix`,
  缩略图: ({ trackId }: HeldActivity) => `/media/thumbnails/${trackId}`,
} as const

/** The ways in which a browser, or somebody curious, asks for bytes. Right validators too: they can be guessed. */
const waysFor = (held: HeldActivity): { method?: string; headers?: Record<string, string> }[] => [
  {},
  { method: 'HEAD' },
  { headers: { range: 'bytes=0-9' } },
  { headers: { range: 'bytes=-5' } },
  { headers: { range: 'bytes=999999999-' } },
  { headers: { range: 'bytes=0-1,3-4' } },
  { method: 'HEAD', headers: { range: 'bytes=0-9' } },
  { headers: { 'if-none-match': '*' } },
  { headers: { 'if-none-match': `"mix-${held.recordingId}-11"` } },
  { headers: { 'if-range': `"mix-${held.recordingId}-11"`, range: 'bytes=0-3' } },
]

const UPLOAD = { method: 'POST', headers: { origin: 'http://tongke.test', 'content-type': 'image/png' } }

let city: TestCity
let parts: RecordingParts
let door: AddressDoor
let comers: ReadonlyMap<string, Comer>
let roles: ReadonlyMap<RoomRole, string>
let png: Buffer

beforeAll(async () => {
  city = await foundTestCity()
  const { database, databaseUrl, dataDir, storage } = city
  parts = await createRecordingParts({ database, databaseUrl, dataDir, storage, city: city.city })
  const media = parts.createRoutes({ actorOf: (headers) => city.app.identity.actorOf(headers) })
  door = await openAddressDoor(city.app, { media })
  const signing = await openHttpDoor(city.app)
  const inRoom = await everyRoomRole(city, signing)
  comers = new Map([...(await everybody(city, signing)), ...inRoom])
  await signing.close()
  roles = new Map([...inRoom].map(([role, { actor }]) => [role, actor.kind === 'person' ? actor.personId : '']))
  png = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#426545' } })
    .png()
    .toBuffer()
})
afterAll(async () => {
  await door.close()
  await parts.queue.close()
  await city.close()
})

async function recordOf({ activityId }: HeldActivity): Promise<ActivityRecord> {
  const record = await city.city.activities.record(activityId)
  if (record === null) throw new Error('the activity is gone')
  return record
}

/** Nothing that says more than "there is nothing here". */
function expectNothing(answer: AddressAnswer, where: unknown): void {
  expect([where, answer.status]).toEqual([where, 404])
  for (const header of ['etag', 'content-range', 'accept-ranges', 'last-modified']) {
    expect([where, header, answer.headers[header]]).toEqual([where, header, undefined])
  }
  expect([where, String(answer.headers['cache-control'] ?? 'no-store')]).toEqual([where, 'no-store'])
}

const facts = ({ status, headers: { date: _, ...headers }, body }: AddressAnswer) => [status, headers, body.toString()]

/** Asks as everybody at once: what one was allowed a moment ago must not answer the next. */
async function askAsEverybody(
  path: string,
  way: { method?: string; headers?: Record<string, string>; body?: Uint8Array },
): Promise<{ role: string; actor: Actor; answer: AddressAnswer }[]> {
  return await Promise.all(
    [...comers].map(async ([role, { actor, cookie }]) => ({
      ...{ role, actor },
      answer: await door.ask(path, { ...way, cookie }),
    })),
  )
}

describe('[REPLAY2] every role × the bytes of a replay', () => {
  it.each(WORLDS)('$state, open to $entry, recording $recording: for whom the policy says', async (world) => {
    const held = await holdActivity(city, parts, { ...world, roles })
    const resource = { ...resourceOf(await recordOf(held)), kind: 'replay' } as const
    for (const [piece, addressOf] of Object.entries(REPLAY_ADDRESSES)) {
      for (const way of waysFor(held).filter((_, i) => i === 0 || i % 4 === WORLDS.indexOf(world) % 4)) {
        for (const { role, actor, answer } of await askAsEverybody(addressOf(held), way)) {
          const where = [piece, role, way]
          if (can(actor, 'replay.see', resource)) {
            expect([where, [200, 206, 304, 416].includes(answer.status)]).toEqual([where, true])
            if (way.method === 'HEAD') expect([where, answer.body.length]).toEqual([where, 0])
          } else expectNothing(answer, where)
        }
      }
    }
  })

  it('is read, and nothing else', async () => {
    const held = await holdActivity(city, parts, { state: 'ended', entry: 'city', recording: 'ready', roles })
    for (const addressOf of Object.values(REPLAY_ADDRESSES)) {
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
        for (const { answer } of await askAsEverybody(addressOf(held), { method })) expect(answer.status).toBe(405)
      }
    }
  })

  it('what is forbidden and what is not there are answered alike', async () => {
    const held = await holdActivity(city, parts, { state: 'ended', entry: 'group', recording: 'ready', roles })
    const nowhere = { ...held, partId: city.city.ids.next(), recordingId: city.city.ids.next() }
    const other = { ...nowhere, trackId: city.city.ids.next() }
    const stranger = comers.get('他区县')?.cookie
    for (const addressOf of Object.values(REPLAY_ADDRESSES)) {
      for (const cookie of [undefined, stranger]) {
        const [forbidden, missing] = [
          await door.ask(addressOf(held), { cookie }),
          await door.ask(addressOf(other), { cookie }),
        ]
        expect(facts(forbidden)).toEqual(facts(missing))
      }
    }
  })

  it('an id of one kind opens nothing of another, whoever asks', async () => {
    const held = await holdActivity(city, parts, { state: 'ended', entry: 'city', recording: 'ready', roles })
    const wrong = [
      ...[held.recordingId, held.trackId, held.sessionId, held.activityId, held.planId].flatMap((id) => [
        `/media/recordings/${id}`,
        `/media/recordings/${id}/index`,
        `/media/recordings/${id}/init`,
      ]),
      ...[held.partId, held.trackId, held.sessionId].map((id) => `/media/recordings/${id}/mix`),
      ...[held.partId, held.recordingId, held.sessionId].map((id) => `/media/thumbnails/${id}`),
    ]
    for (const path of wrong) {
      for (const { role, answer } of await askAsEverybody(path, {})) expectNothing(answer, [path, role])
    }
  })
})

/** Ways out of the folder, and what is no id at all. */
const STRANGE_IDS = [
  ...['..', '.', '%2e%2e', '..%2f..%2f..%2fetc%2fpasswd', '..%5c..%5cetc', '%2fetc%2fpasswd', 'a%00b', '%00'],
  ...['a b', '%20', '*', "' OR 1=1 --", '%E4%B8%AD', 'x'.repeat(65), 'x'.repeat(4_000), '__proto__', 'constructor'],
].map((id) => (/[^\x21-\x7e]/.test(id) ? encodeURIComponent(id) : id))

it('[REPLAY2] no address leads out of what it names', async () => {
  const { partId, activityId } = await holdActivity(city, parts, {
    state: 'ended',
    entry: 'city',
    recording: 'active',
    roles,
  })
  const cookie = comers.get('市办')?.cookie
  const strange = STRANGE_IDS.flatMap((id) => [
    `/media/recordings/${id}`,
    `/media/recordings/${id}/index`,
    `/media/recordings/${id}/mix`,
    `/media/thumbnails/${id}`,
    `/media/images/${id}`,
    `/api/covers/${id}`,
    `/api/portraits/${id}`,
    `/api/applications/photos/${id}`,
  ])
  const around = [
    `/media/recordings/${partId}/../../../package.json`,
    `/media/recordings/${partId}/other`,
    `/media/recordings/${partId}/index/init`,
    `/media/recordings/${partId}%2f..%2f${partId}`,
    `/media/recordings//${partId}`,
    `/media/thumbnails/${partId}/index`,
    `/api/covers/${activityId}%2f..%2f..`,
    '/media/',
    '/media/recordings/',
  ]
  for (const path of [...strange, ...around]) {
    const answer = await door.ask(path, { cookie })
    expect([path, answer.status]).toEqual([path, 404])
  }
  for (const id of STRANGE_IDS) {
    const answer = await door.ask(`/api/plans/${id}/images`, { ...UPLOAD, body: png, cookie })
    expect([id, answer.status]).toEqual([id, 404])
  }
})

describe('[ROLE4] every role × pictures', () => {
  it.each(WORLDS)('$state, open to $entry: covers, pictures of the plan and portraits', async (world) => {
    const held = await holdActivity(city, parts, { ...world, roles })
    const record = await recordOf(held)
    const { linkToken } = record.summary
    for (const method of world.entry === 'city' ? ['GET', 'HEAD'] : ['GET']) {
      for (const { role, actor, answer } of await askAsEverybody(`/api/covers/${held.activityId}`, { method })) {
        const where = ['封面', role, method]
        if (can(actor, 'activity.see', resourceOf(record))) expect([where, answer.status]).toEqual([where, 200])
        else expectNothing(answer, where)
      }
      for (const link of [undefined, linkToken, 'not-the-link-of-anything']) {
        const path = `/media/images/${held.imageId}${link === undefined ? '' : `?k=${link}`}`
        const plan = { ...resourceOf(record, { link }), kind: 'plan', roomRole: null } as const
        for (const { role, actor, answer } of await askAsEverybody(path, { method })) {
          const where = ['教案图片', role, method, link]
          const may = (['plan.read', 'plan.comment', 'plan.edit'] as const).some((needs) => can(actor, needs, plan))
          if (may) expect([where, answer.status]).toEqual([where, 200])
          else expectNothing(answer, where)
        }
      }
    }
  })

  it.each(WORLDS)('$state, open to $entry: only who edits the plan puts a picture into it', async (world) => {
    const held = await holdActivity(city, parts, { ...world, roles })
    const plan = { ...resourceOf(await recordOf(held)), kind: 'plan', roomRole: null } as const
    let kept = 1
    for (const { role, actor, answer } of await askAsEverybody(`/api/plans/${held.planId}/images`, {
      ...UPLOAD,
      body: png,
    })) {
      const reads = can(actor, 'plan.read', plan) || can(actor, 'plan.comment', plan)
      const expected = can(actor, 'plan.edit', plan) ? 200 : reads ? 403 : 404
      expect([role, answer.status]).toEqual([role, expected])
      if (expected === 200) kept += 1
    }
    expect(await city.database.planImage.count({ where: { planId: held.planId } })).toBe(kept)
  })

  it('a picture comes from our own pages, and is of a bearable size', async () => {
    const { planId } = await holdActivity(city, parts, { state: 'live', entry: 'city', recording: 'active', roles })
    const cookie = comers.get('名师')?.cookie
    const path = `/api/plans/${planId}/images`
    const foreign = { ...UPLOAD, headers: { ...UPLOAD.headers, origin: 'https://elsewhere.example' } }
    expect((await door.ask(path, { ...foreign, body: png, cookie })).status).toBe(403)
    const tooLarge = Buffer.alloc(PLAN_IMAGE_MAX_BYTES + 1)
    expect((await door.ask(path, { ...UPLOAD, body: tooLarge, cookie })).status).toBe(413)
    expect(await city.database.planImage.count({ where: { planId } })).toBe(1)
  })

  it('a portrait is for everybody, and only what was given as one', async () => {
    const [host] = await city.database.person.findMany({
      where: { name: '翟雅琴' },
      select: { id: true, userId: true },
    })
    for (const { answer } of await askAsEverybody(`/api/portraits/${host?.id}`, {})) expect(answer.status).toBe(200)
    for (const { answer } of await askAsEverybody(`/api/portraits/${host?.userId}`, {})) expect(answer.status).toBe(404)
  })
})

describe('[ROLE4] every role × lists of people', () => {
  const LIST = { method: 'POST', headers: { origin: 'http://tongke.test', 'x-file-name': '%E8%A1%A8.csv' } }
  const list = Buffer.from('姓名,用户名,单位\n=某某,role.by.address,某某中学\n')
  const expected = (actor: Actor) =>
    can(actor, 'city.manage-people', { kind: 'city' }) ? 200 : actor.kind === 'guest' ? 401 : 403

  it('a list is brought by who manages people; it leaves nothing of anybody else', async () => {
    const before = await city.database.importBatch.count()
    for (const { role, actor, answer } of await askAsEverybody('/api/imports', { ...LIST, body: list })) {
      expect([role, answer.status]).toEqual([role, expected(actor)])
    }
    expect(await city.database.importBatch.count()).toBe(before + 1)
  })

  it('templates and faults are theirs as well', async () => {
    const { id } = await city.database.importBatch.findFirstOrThrow()
    for (const path of ['/api/imports/template/xlsx', '/api/imports/template/csv', `/api/imports/${id}/faults`]) {
      for (const { role, actor, answer } of await askAsEverybody(path, {})) {
        expect([path, role, answer.status]).toEqual([path, role, expected(actor)])
        if (answer.status !== 200) continue
        expect(answer.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''/)
        expect(answer.headers['x-content-type-options']).toBe('nosniff')
        expect(answer.headers['cache-control']).toBe('no-store')
      }
    }
  })

  it('what is not there, foreign pages, and files that are too large', async () => {
    const cookie = comers.get('市办')?.cookie
    for (const id of [...STRANGE_IDS, city.city.ids.next()]) {
      for (const path of [`/api/imports/${id}/faults`, `/api/imports/template/${id}`]) {
        expect([path, (await door.ask(path, { cookie })).status]).toEqual([path, 404])
      }
    }
    const foreign = { ...LIST, headers: { ...LIST.headers, origin: 'https://elsewhere.example' } }
    expect((await door.ask('/api/imports', { ...foreign, body: list, cookie })).status).toBe(403)
    const tooLarge = Buffer.alloc(IMPORT_MAX_BYTES + 1, 'a')
    expect((await door.ask('/api/imports', { ...LIST, body: tooLarge, cookie })).status).toBe(413)
    const noList = Buffer.from('89504e470d0a1a0a', 'hex')
    expect((await door.ask('/api/imports', { ...LIST, body: noList, cookie })).status).toBe(400)
  })
})

it('[ROLE4] [APP6] a photo is put into one’s own application, from our own pages; who has none is told so', async () => {
  const UPLOAD_PHOTO = { ...UPLOAD, headers: { ...UPLOAD.headers, 'x-framing': '{}' }, body: png }
  await city.database.studioApplication.deleteMany()
  for (const { role, actor, answer } of await askAsEverybody('/api/applications/photo', UPLOAD_PHOTO))
    expect([role, answer.status]).toEqual([role, actor.kind === 'guest' ? 401 : 409])
  const foreign = { ...UPLOAD_PHOTO, headers: { ...UPLOAD_PHOTO.headers, origin: 'https://elsewhere.example' } }
  const cookie = comers.get('教师')?.cookie
  expect((await door.ask('/api/applications/photo', { ...foreign, cookie })).status).toBe(403)
})

it('[ROLE4] nothing was answered by a bug', () => {
  expect(city.errors).toEqual([])
})
