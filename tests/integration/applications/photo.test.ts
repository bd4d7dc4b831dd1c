import { buffer } from 'node:stream/consumers'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#core/contract/errors.ts'
import { FIRST_FRAMING, PHOTO_MAX_BYTES, PHOTO_PX } from '#core/domain/application/photo-crop.ts'
import { createApplicationDeps, createApplicationPhotos } from '#server/start-applications.ts'
import type { ApplicationDeps } from '#server/usecases/applications/application-door.ts'
import type { ApplicationPhotoDoor } from '#server/usecases/applications/application-photos.ts'
import { decideApplications } from '#server/usecases/applications/decide-applications.ts'
import { getApplication } from '#server/usecases/applications/look-at-applications.ts'
import { getOwnApplication } from '#server/usecases/applications/look-at-own.ts'
import { saveApplication, submitApplication } from '#server/usecases/applications/write-application.ts'
import { fullForm } from '#tests/support/application/full-form.ts'
import { foundTestCity, type PersonActor, type TestCity } from '#tests/support/city/test-city.ts'

let world: TestCity
let deps: ApplicationDeps
let photos: ApplicationPhotoDoor
let teacher: PersonActor
let district: PersonActor
let saved: { applicationId: string; version: number }

beforeAll(async () => {
  world = await foundTestCity()
  deps = createApplicationDeps(world)
  photos = createApplicationPhotos(world)
  teacher = await world.actorOf('周雨桐')
  district = await world.actorOf('路广平')
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.database.studioApplication.deleteMany()
  const { id } = await world.database.organisation.findFirstOrThrow({ where: { name: '张店区实验中学' } })
  saved = await saveApplication(deps, teacher, { version: 0, form: fullForm(id) })
})

const codeOf = async (asked: Promise<unknown>) => {
  try {
    await asked
    return 'OK'
  } catch (error) {
    if (error instanceof AppError) return error.field === undefined ? error.code : `${error.code} ${error.field}`
    throw error
  }
}

/** Green above, red below, with all that a camera writes beside it. */
const picture = (width = 900, height = 1_200) =>
  sharp({ create: { width, height, channels: 3, background: '#2e7d32' } })
    .composite([
      {
        input: { create: { width, height: height / 2, channels: 3, background: '#c62828' } },
        ...{ top: height / 2, left: 0 },
      },
    ])
    .withExif({ IFD0: { Make: 'A camera' }, IFD3: { GPSLatitude: '36/1 48/1 0/1' } })
    .jpeg()

const upload = (who: PersonActor, bytes: Uint8Array | null, framing: unknown = FIRST_FRAMING) =>
  photos.upload(who, { framing: JSON.stringify(framing), read: () => Promise.resolve(bytes) })

const idOf = ({ photoUrl }: { photoUrl: string }) => photoUrl.split('/').at(-1) ?? ''
const bytesOf = async (who: PersonActor, photo: { photoUrl: string }) =>
  buffer((await photos.read(who, idOf(photo))).body)

const colourAt = async (jpeg: Buffer, { top }: { top: number }) => {
  const { data } = await sharp(jpeg)
    .extract({ left: 200, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return (data[0] ?? 0) > (data[1] ?? 0) ? 'red' : 'green'
}

describe('[APP6] 2 寸照片', () => {
  it('is 413 × 579, JPEG, and keeps nothing of what the camera wrote', async () => {
    const photo = await upload(teacher, await picture().toBuffer())
    const jpeg = await bytesOf(teacher, photo)
    const { format, width, height, exif, icc, xmp, iptc, orientation } = await sharp(jpeg).metadata()
    expect({ format, width, height }).toEqual({ format: 'jpeg', ...PHOTO_PX })
    expect([exif, icc, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined])
    expect(jpeg.includes('A camera')).toBe(false)
  })

  it('stands upright whatever way the camera was held, and is cut as it was framed', async () => {
    const upright = await picture().toBuffer()
    const lying = await sharp(upright).rotate(90).withMetadata({ orientation: 8 }).jpeg().toBuffer()
    for (const bytes of [upright, lying]) {
      const jpeg = await bytesOf(teacher, await upload(teacher, bytes))
      expect([await colourAt(jpeg, { top: 5 }), await colourAt(jpeg, { top: 570 })]).toEqual(['green', 'red'])
    }
    const below = await upload(teacher, upright, { zoom: 2, centreX: 0.5, centreY: 1 })
    expect(await colourAt(await bytesOf(teacher, below), { top: 5 })).toBe('red')
  })

  it('is judged by what is in the bytes: no other file, no bomb, nothing torn, nothing too soft', async () => {
    const jpeg = await picture().toBuffer()
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200"/>')
    const disguised = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), svg])
    for (const bytes of [svg, disguised, jpeg.subarray(0, jpeg.length / 3), Buffer.from('GIF89a'), bomb()])
      expect(await codeOf(upload(teacher, bytes))).toBe('INVALID photo')
    expect(await codeOf(upload(teacher, await picture(249, 420).toBuffer()))).toBe('INVALID photo')
    expect(await codeOf(upload(teacher, jpeg, { zoom: 99, centreX: 0, centreY: 0 }))).toBe('INVALID photo')
    expect(await codeOf(upload(teacher, null))).toBe('QUOTA photo')
    expect(await codeOf(upload(teacher, Buffer.alloc(PHOTO_MAX_BYTES + 1)))).toBe('QUOTA photo')
    expect((await getOwnApplication(deps, teacher)).application?.photoUrl).toBeNull()
  })

  it('is needed; once handed in it is not changed, and only those who decide see it', async () => {
    expect(await codeOf(submitApplication(deps, teacher, saved))).toBe('INVALID photo')
    const photo = await upload(teacher, await picture().toBuffer())
    expect(await codeOf(photos.read(district, idOf(photo)))).toBe('NOT_FOUND')
    const { version } = await submitApplication(deps, teacher, saved)
    expect(await codeOf(photos.read(district, idOf(photo)))).toBe('OK')
    for (const name of ['左秀芬', '翟雅琴', '蒲春霞'])
      expect(await codeOf(photos.read(await world.actorOf(name), idOf(photo)))).toBe('NOT_FOUND')
    expect(await codeOf(upload(teacher, await picture().toBuffer()))).toBe('CONFLICT')

    const items = [{ applicationId: saved.applicationId, version }]
    await decideApplications(deps, district, {
      items,
      decision: 'return',
      reason: '',
      notes: { photo: '请换浅色背景。' },
    })
    const next = await upload(teacher, await picture().toBuffer())
    // What is being mended is not theirs yet; what was handed in stays until then.
    expect(await codeOf(photos.read(district, idOf(next)))).toBe('NOT_FOUND')
    expect((await getApplication(deps, district, saved)).photoUrl).toBe(photo.photoUrl)
  })

  it('of one that is replaced nothing is left', async () => {
    const first = await upload(teacher, await picture().toBuffer())
    await upload(teacher, await picture().toBuffer())
    expect(await world.storage.sizeBytes(`application-photos/${idOf(first)}`)).toBeNull()
  })
})

/** A PNG of a few hundred bytes that says it is 60,000 × 60,000. */
function bomb(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(60_000, 0)
  head.writeUInt32BE(60_000, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = deflateSync(Buffer.alloc(200_000))
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}
