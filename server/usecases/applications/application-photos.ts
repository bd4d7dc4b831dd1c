import { AppError } from '#core/contract/errors.ts'
import { applicationPhotoAddress, photoFraming } from '#core/contract/application-photo.ts'
import { PHOTO_MAX_BYTES } from '#core/domain/application/photo-crop.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import type { ObjectStorage } from '../ports.ts'
import { requirePerson } from '../require-person.ts'
import type { StoredBytes } from '../http/app-deps.ts'
import { resourceOfHead, type ApplicationDeps } from './application-door.ts'
import type { PhotoMaker } from './ports.ts'

/** A picture that decodes to more would take the memory of the server: about 50 megapixels, more than telephones make. */
const MAX_PIXELS = 50_000_000

interface PhotoDeps extends ApplicationDeps {
  photoMaker: PhotoMaker
  storage: ObjectStorage
}

/** 2 寸照片, as the web application asks for it. Rejects with an `AppError` for what is expected. */
export interface ApplicationPhotoDoor {
  upload(actor: Actor, input: PhotoInput): Promise<{ photoUrl: string }>
  read(actor: Actor, photoId: string): Promise<StoredBytes>
}

interface PhotoInput {
  /** JSON, as it was sent. */
  framing: string
  /** Called only for who may; null: too large. */
  read: () => Promise<Uint8Array | null>
}

const keyOf = (photoId: string) => `application-photos/${photoId}`
const unreadable = () =>
  new AppError('INVALID', '这不是可用的照片。请选 JPEG、PNG 或 WebP，不超过五千万像素。', { field: 'photo' })

export const photoUrlOf = (key: string | null): string | null =>
  key === null ? null : applicationPhotoAddress(key.slice(keyOf('').length))

export const createApplicationPhotoDoor = (deps: PhotoDeps): ApplicationPhotoDoor => ({
  upload: (actor, input) => uploadPhoto(deps, actor, input),
  read: (actor, photoId) => readPhoto(deps, actor, photoId),
})

/** Into one's application while one writes it. What the file says of itself is not believed. */
async function uploadPhoto(deps: PhotoDeps, actor: Actor, { framing, read }: PhotoInput) {
  const { applications, applicationTransactions, photoMaker, storage, ids } = deps
  const { personId } = requirePerson(actor)
  const application = await applications.newestOf(personId)
  if (application === null) throw new AppError('CONFLICT', '请先写申请，再放照片。')
  const frame = photoFraming.safeParse(parseJson(framing))
  if (!frame.success) throw new AppError('INVALID', '照片的取景不对，请再选一次。', { field: 'photo' })
  const bytes = await read()
  if (bytes === null || bytes.byteLength > PHOTO_MAX_BYTES)
    throw new AppError('QUOTA', '照片不能超过 10 MB。', { field: 'photo' })
  const made = await photoMaker.make(bytes, { framing: frame.data, maxPixels: MAX_PIXELS })
  if (made.status === 'unreadable') throw unreadable()
  if (made.status === 'too-small')
    throw new AppError('INVALID', '取景里的像素太少，印出来会糊。请换一张大些的，或者取景宽一些。', { field: 'photo' })
  const photoId = ids.next()
  // The object first: a row without its object would be a broken picture, an object without a row is only garbage.
  await storage.put(keyOf(photoId), made.bytes, { mimeType: 'image/jpeg' })
  const replaced = await applicationTransactions.run(async ({ applications: writes }) => {
    const head = await writes.lock(application.id)
    if (head === null || !(await writes.setPhoto(head.id, { photoKey: keyOf(photoId) })))
      throw new AppError('CONFLICT', '申请已经提交，照片不能再换。')
    return head.photoKey === head.handedIn?.photoKey ? null : head.photoKey
  })
  if (replaced !== null) await storage.delete(replaced)
  return { photoUrl: applicationPhotoAddress(photoId) }
}

/** For the applicant their own; for those who decide, what was handed in. `NOT_FOUND` for everybody else. */
async function readPhoto({ applications, storage }: PhotoDeps, actor: Actor, photoId: string): Promise<StoredBytes> {
  const key = keyOf(photoId)
  const found = await applications.withPhoto(key)
  const isOpen = found.some((head) => {
    const resource = resourceOfHead(head)
    if (can(actor, 'application.write', resource)) return true
    return head.handedIn?.photoKey === key && can(actor, 'application.see', resource)
  })
  const object = isOpen ? await storage.read(key) : null
  if (object === null) throw new AppError('NOT_FOUND', '没有这张照片。')
  return object
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not of our making: the schema says no to it.
    return undefined
  }
}
