import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { createClamdScanner } from '#server/adapters/files/clamd-scanner.ts'
import { addResource, addResourceVersion } from '#server/usecases/resources/add-resource.ts'
import { getResource } from '#server/usecases/resources/read-resources.ts'
import { pdfFile, photoWithPlace, wordFile } from '#tests/support/resource/sample-files.ts'
import { openUploadDoor, type UploadDoor } from '#tests/support/resource/upload-door.ts'
import { foundTestCity, type PersonActor, type TestCity } from '#tests/support/city/test-city.ts'

let world: TestCity
let door: UploadDoor
let master: PersonActor
let member: PersonActor
let studioId: string

beforeAll(async () => {
  world = await foundTestCity()
  door = await openUploadDoor(world)
  master = await world.actorOf('翟雅琴')
  const studio = await world.database.studio.findFirstOrThrow({
    where: { name: '翟雅琴名师工作室' },
    select: { id: true, memberships: { where: { state: 'active' }, select: { person: { select: { name: true } } } } },
  })
  studioId = studio.id
  const name = studio.memberships.map(({ person }) => person.name).find((one) => one !== '翟雅琴')
  member = await world.actorOf(name ?? '')
})
afterAll(async () => {
  await door.close()
  await world.close()
})

async function added(bytes: Buffer, fileName: string, who: PersonActor = member) {
  door.as(who)
  const uploadId = await door.send(bytes, { fileName })
  return { uploadId, ...(await addResource(world.resources.deps, who, { uploadId, studioId, activityId: null })) }
}
const refusalOf = (bytes: Buffer, fileName: string) => added(bytes, fileName).catch((error: unknown) => error)
const messageOf = (error: unknown) => (error instanceof Error ? error.message : '')
const leftOvers = () => readdir(join(world.dataDir, 'uploads'))

describe('uploads', () => {
  it('[RES1] a file sent in pieces arrives as it was, under its own digest, and becomes a draft named after it', async () => {
    const bytes = Buffer.concat([pdfFile({ pages: 3, mark: 'res1' }), Buffer.alloc(300_000, 'x')])
    const { resourceId } = await added(bytes, '乡愁 教学设计.pdf')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(await getResource(world.resources.deps, member, { resourceId })).toMatchObject({
      ...{ title: '乡愁 教学设计', state: 'draft', shape: 'pdf', sizeBytes: bytes.byteLength },
      versions: [{ number: 1, fileName: '乡愁 教学设计.pdf' }],
    })
    const shown = await door.get(`/media/resources/${resourceId}/1/shown`)
    expect(createHash('sha256').update(shown.body).digest('hex')).toBe(sha256)
    expect(await leftOvers()).toEqual([])
  })

  it('[RES2] a broken connection is taken up where it broke; asked for twice, there is one resource', async () => {
    door.as(member)
    const bytes = pdfFile({ pages: 1, mark: 'res2'.repeat(50_000) })
    const tus = { 'tus-resumable': '1.0.0' }
    const made = await fetch(`${door.origin}/uploads`, {
      method: 'POST',
      headers: { ...tus, 'upload-length': String(bytes.byteLength), 'upload-metadata': 'filename YS5wZGY=' },
    })
    const url = new URL(made.headers.get('location') ?? '', door.origin)
    const part = (from: number, to: number) =>
      fetch(url, {
        method: 'PATCH',
        headers: { ...tus, 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' },
        body: new Uint8Array(bytes.subarray(from, to)),
      })
    expect((await part(0, 50_000)).status).toBe(204)
    const uploadId = url.pathname.split('/').at(-1) ?? ''
    const add = () => addResource(world.resources.deps, member, { uploadId, studioId, activityId: null })
    await expect(add()).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'file' })
    const offset = Number((await fetch(url, { method: 'HEAD', headers: tus })).headers.get('upload-offset'))
    expect(offset).toBe(50_000)
    expect((await part(offset, bytes.byteLength)).status).toBe(204)
    expect(await add()).toEqual(await add())
  })

  it('[RES3] the same bytes are kept once, whoever sends them', async () => {
    const bytes = pdfFile({ pages: 2, mark: 'res3' })
    const first = await added(bytes, '一.pdf')
    const second = await added(bytes, '二.pdf', master)
    expect(second.resourceId).not.toBe(first.resourceId)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(await world.database.storedFile.count({ where: { sha256 } })).toBe(1)
    expect(await world.database.resourceVersion.count({ where: { sha256 } })).toBe(2)
  })

  it('[RES4] what a file is its bytes tell: pages, drawings, programs and bombs are refused with words, and are gone', async () => {
    const zeros = new Uint8Array(80 * 1024 * 1024)
    const refused: [string, Buffer, string][] = [
      ['图.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), '网页'],
      ['教案.pdf', Buffer.from('<!doctype html><script>alert(1)</script>'), '网页'],
      ['课件.pptx', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)]), '文件'],
      ['炸弹.docx', wordFile('炸弹', { 'word/media/zeros.bin': zeros }), '解开后太大'],
      ['宏.docx', wordFile('宏', { 'word/vbaProject.bin': new Uint8Array(10) }), '宏'],
      ['外面.docx', wordFile('外面', { '../../etc/passwd': new Uint8Array(10) }), '坏了'],
      ['半个.docx', wordFile('半个').subarray(0, 500), '文件'],
      ['空.pdf', Buffer.alloc(0), '空的'],
    ]
    for (const [fileName, bytes, words] of refused) {
      const refusal = await refusalOf(bytes, fileName)
      expect(refusal, fileName).toMatchObject({
        code: 'INVALID',
        field: 'file',
        message: expect.stringContaining(words),
      })
    }
    expect(await leftOvers()).toEqual([])
  })

  it('[RES5] a name that leads elsewhere is only a name', async () => {
    const { resourceId } = await added(pdfFile({ pages: 1, mark: 'res5' }), '../../../etc/教案.pdf')
    const { versions } = await getResource(world.resources.deps, member, { resourceId })
    expect(versions[0]?.fileName).toBe('教案.pdf')
  })

  it('[RES6] guests, other sites and other people do not get at an upload', async () => {
    door.as(member)
    const uploadId = await door.send(pdfFile({ pages: 1, mark: 'res6' }), { fileName: 'a.pdf' })
    const ask = (method: string, path: string, headers = {}) =>
      fetch(`${door.origin}${path}`, { method, headers: { 'tus-resumable': '1.0.0', ...headers } })
    const other = { 'upload-length': '10', origin: 'https://elsewhere.example' }
    expect((await ask('POST', '/uploads', other)).status).toBe(403)
    expect((await ask('GET', `/uploads/${uploadId}`)).status).toBe(405)
    door.as(master)
    expect((await ask('HEAD', `/uploads/${uploadId}`)).status).toBe(404)
    expect((await ask('DELETE', `/uploads/${uploadId}`)).status).toBe(404)
    await expect(
      addResource(world.resources.deps, master, { uploadId, studioId, activityId: null }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    door.as({ kind: 'guest', guestKey: null })
    expect((await ask('POST', '/uploads', { 'upload-length': '10' })).status).toBe(401)
    door.as(member)
    expect((await ask('POST', '/uploads', { 'upload-length': String(3 * 1024 ** 3) })).status).toBe(413)
    expect((await ask('DELETE', `/uploads/${uploadId}`)).status).toBe(204)
  })

  it('[RES7] a picture is shown upright and without the place it was taken at; a PDF and a picture get a small one', async () => {
    const photo = await added(await photoWithPlace(), '操场.jpg')
    const before = await door.get(`/media/resources/${photo.resourceId}/1/shown`)
    expect(before.status).toBe(404)
    const pdf = await added(pdfFile({ pages: 4, mark: 'res7' }), '四页.pdf')
    for (const { sha256 } of await world.database.storedFile.findMany({ where: { preview: 'waiting' } }))
      await world.resources.makePreview({ sha256 })
    const shown = await door.get(`/media/resources/${photo.resourceId}/1/shown`)
    const facts = await sharp(shown.body).metadata()
    expect({ format: facts.format, exif: facts.exif }).toEqual({ format: 'webp', exif: undefined })
    for (const { resourceId } of [photo, pdf]) {
      const { thumbnailUrl } = await getResource(world.resources.deps, member, { resourceId })
      const small = await door.get(thumbnailUrl ?? '')
      expect((await sharp(small.body).metadata()).format).toBe('webp')
    }
    const kept = await world.database.storedFile.findMany({ where: { pageCount: 4 }, select: { preview: true } })
    expect(kept).toEqual([{ preview: 'ready' }])
  })

  it('[RES8] a newer file is one more version, the same file none; the older one stays to be had', async () => {
    const { resourceId } = await added(pdfFile({ pages: 1, mark: 'res8' }), '初稿.pdf')
    const send = async (bytes: Buffer) => door.send(bytes, { fileName: '二稿.pdf' })
    const same = await send(pdfFile({ pages: 1, mark: 'res8' }))
    const deps = world.resources.deps
    await expect(addResourceVersion(deps, member, { resourceId, uploadId: same, note: '' })).rejects.toMatchObject({
      ...{ code: 'INVALID', field: 'file' },
    })
    const uploadId = await send(pdfFile({ pages: 2, mark: 'res8' }))
    const input = { resourceId, uploadId, note: '加了板书' }
    expect(await addResourceVersion(deps, member, input)).toEqual({ number: 2 })
    expect(await addResourceVersion(deps, member, input)).toEqual({ number: 2 })
    const { versions } = await getResource(deps, member, { resourceId })
    expect(versions.map(({ number, note }) => [number, note])).toEqual([
      [2, '加了板书'],
      [1, ''],
    ])
    expect((await door.get(`/media/resources/${resourceId}/1/shown`)).status).toBe(200)
  })

  it('[RES9] a scanner hears every byte; what it finds is refused, and nothing is taken while it is away', async () => {
    const heard: Buffer[] = []
    const daemon = createServer((socket) => {
      socket.on('data', (bytes) => {
        heard.push(bytes)
        const all = Buffer.concat(heard)
        if (all.subarray(-4).equals(Buffer.alloc(4)))
          socket.end(all.includes('EICAR') ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0')
      })
    })
    await new Promise<void>((resolve) => daemon.listen(0, '127.0.0.1', resolve))
    const scanner = createClamdScanner({ host: '127.0.0.1', port: (daemon.address() as AddressInfo).port })
    const deps = { ...world.resources.deps, scanner }
    const add = async (mark: string) => {
      door.as(member)
      const uploadId = await door.send(pdfFile({ pages: 1, mark }), { fileName: 'a.pdf' })
      return {
        uploadId,
        outcome: await addResource(deps, member, { uploadId, studioId, activityId: null }).catch(messageOf),
      }
    }
    expect((await add('res9 clean')).outcome).toMatchObject({ resourceId: expect.any(String) })
    expect(heard[0]?.subarray(0, 10).toString('latin1')).toBe('zINSTREAM\0')
    expect((await add('res9 EICAR')).outcome).toContain('病毒')
    await new Promise((resolve) => daemon.close(resolve))
    const { uploadId, outcome } = await add('res9 away')
    expect(outcome).toContain('稍后')
    // The bytes are still there: once it is back, the same upload is taken.
    const back = await addResource(world.resources.deps, member, { uploadId, studioId, activityId: null })
    expect(back.resourceId).not.toBe('')
  })
})
