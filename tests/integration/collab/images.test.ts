import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PLAN_IMAGE_MAX_BYTES } from '#core/contract/plan.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { sharpImageDecoder } from '#server/adapters/images/sharp-image-decoder.ts'
import { PostgresPlanImageStore } from '#server/adapters/postgres/plan-image-store.ts'
import { PostgresPlanStore } from '#server/adapters/postgres/plan-store.ts'
import { randomIds } from '#server/adapters/random-ids.ts'
import { LocalStorage } from '#server/adapters/storage/local-storage.ts'
import { createPlanImageDoor, type PlanImageDoor } from '#server/usecases/plans/plan-image-door.ts'
import { noRoomRoles } from '#server/usecases/plans/ports.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'
import { ACTIVITY_ID, PLAN_ID, seedPlanWorld } from '#tests/support/plan/seed-plan-world.ts'

let world: TestDatabase
let folder: string
let images: PlanImageDoor

const person = (personId: string): Actor => ({ kind: 'person', personId, name: personId, grants: [] })
const GUEST: Actor = { kind: 'guest', guestKey: null }
const picture = (size = { width: 40, height: 30 }) => sharp({ create: { ...size, channels: 3, background: '#426545' } })

beforeEach(async () => {
  world = await createTestDatabase()
  await seedPlanWorld(world.database)
  folder = await mkdtemp(join(tmpdir(), 'tongke-plan-images-'))
  images = createPlanImageDoor({
    plans: new PostgresPlanStore(world.database),
    roomRoles: noRoomRoles,
    images: new PostgresPlanImageStore(world.database),
    decoder: sharpImageDecoder,
    storage: new LocalStorage({ folder }),
    ids: randomIds,
  })
})
afterEach(async () => {
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

const upload = async (bytes: Uint8Array) => images.upload(person('presenter'), { planId: PLAN_ID, bytes })
const read = async (actor: Actor, imageId: string) => {
  const { body, mimeType } = await images.read(actor, { imageId, link: null })
  return { bytes: await buffer(body), mimeType }
}

it('[IMG1] a picture comes back the right way up, in bounds, and without what the camera wrote into it', async () => {
  const bytes = await picture({ width: 3_000, height: 1_500 })
    .withExif({ IFD0: { Make: 'Secret Camera' }, IFD3: { GPSLatitude: '36/1 48/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const { imageId, url, widthPx, heightPx } = await upload(bytes)
  expect(url).toBe(`/media/images/${imageId}`)
  expect([widthPx, heightPx]).toEqual([1_200, 2_400])
  const stored = await read(person('teacher'), imageId)
  expect(stored.mimeType).toBe('image/jpeg')
  expect((await sharp(stored.bytes).metadata()).exif).toBeUndefined()
  expect(stored.bytes.includes('Secret Camera')).toBe(false)
})

it('[IMG2] what is drawn keeps its transparency', async () => {
  const bytes = await sharp({
    create: { width: 8, height: 8, channels: 4, background: { r: 1, g: 2, b: 3, alpha: 0.5 } },
  })
    .webp()
    .toBuffer()
  const stored = await read(person('teacher'), (await upload(bytes)).imageId)
  expect(stored.mimeType).toBe('image/png')
  expect((await sharp(stored.bytes).metadata()).hasAlpha).toBe(true)
})

it('[IMG3] SVG, text, a cut picture, and another format behind a picture’s first bytes are refused', async () => {
  const jpeg = await picture().jpeg().toBuffer()
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const refused = [
    svg,
    Buffer.from('GIF89a<script>alert(1)</script>'),
    Buffer.from('not a picture'),
    Buffer.alloc(0),
    jpeg.subarray(0, 200),
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), svg]),
  ]
  for (const bytes of refused) await expect(upload(bytes)).rejects.toMatchObject({ code: 'INVALID' })
  expect(await world.database.planImage.count()).toBe(0)
})

it('[IMG4] a small file that would unfold to too many pixels is refused', async () => {
  const bomb = await picture({ width: 6_000, height: 5_000 }).png({ compressionLevel: 9 }).toBuffer()
  expect(bomb.byteLength).toBeLessThan(PLAN_IMAGE_MAX_BYTES)
  await expect(upload(bomb)).rejects.toMatchObject({ code: 'INVALID' })
  await expect(upload(Buffer.alloc(PLAN_IMAGE_MAX_BYTES + 1))).rejects.toMatchObject({ code: 'QUOTA' })
})

it('[IMG5] pictures are added by who may edit and seen by who may read', async () => {
  const bytes = await picture().png().toBuffer()
  const asTeacher = images.upload(person('teacher'), { planId: PLAN_ID, bytes })
  await expect(asTeacher).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(images.upload(GUEST, { planId: PLAN_ID, bytes })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(images.upload(person('host'), { planId: 'none', bytes })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const { imageId } = await upload(bytes)
  await expect(read(GUEST, imageId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await world.database.activity.update({ where: { id: ACTIVITY_ID }, data: { entry: 'group' } })
  await expect(read(person('teacher'), imageId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(read(person('presenter'), imageId)).resolves.toMatchObject({ mimeType: 'image/png' })
})
