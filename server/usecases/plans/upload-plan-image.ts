import { AppError } from '#core/contract/errors.ts'
import { PLAN_IMAGE_MAX_BYTES } from '#core/contract/plan.ts'
import { personIdOf, type Actor } from '#core/domain/policy/actor.ts'
import { planImageAddress } from '#core/lesson-plan/plan-image-address.ts'
import type { Ids, ObjectStorage } from '#server/usecases/ports.ts'
import { planAccessOf } from './plan-access.ts'
import type { ImageDecoder, PlanImageStore, PlanStore, RoomRoles } from './ports.ts'

/** A picture that decodes to more would take the memory of the server: about 24 megapixels. */
const MAX_PIXELS = 24_000_000
/** Longer edges are scaled down: no screen of a plan shows more. */
const MAX_EDGE_PX = 2_400

export interface UploadPlanImageDeps {
  plans: PlanStore
  roomRoles: RoomRoles
  images: PlanImageStore
  decoder: ImageDecoder
  storage: ObjectStorage
  ids: Ids
}

/** Keeps a picture for a plan and answers its address. What the file says of itself is not believed. */
export async function uploadPlanImage(
  deps: UploadPlanImageDeps,
  actor: Actor,
  { planId, bytes }: { planId: string; bytes: Uint8Array },
): Promise<{ imageId: string; url: string; widthPx: number; heightPx: number }> {
  const personId = await assertEditor(deps, actor, planId)
  if (bytes.byteLength > PLAN_IMAGE_MAX_BYTES) throw new AppError('QUOTA', '图片不能超过 8 MB。')
  const image = await deps.decoder.remake(bytes, { maxPixels: MAX_PIXELS, maxEdgePx: MAX_EDGE_PX })
  if (image === null)
    throw new AppError('INVALID', '这不是可用的图片。请选 JPEG、PNG、WebP 或 GIF，不超过两千四百万像素。')
  const imageId = deps.ids.next()
  const objectKey = `images/${imageId}`
  // The object first: a row without its object would be a broken picture, an object without a row is only garbage.
  await deps.storage.put(objectKey, image.bytes, { mimeType: image.mimeType })
  const { mimeType, widthPx, heightPx } = image
  const sizeBytes = image.bytes.byteLength
  await deps.images.save({ imageId, planId, objectKey, mimeType, widthPx, heightPx, sizeBytes, byId: personId })
  return { imageId, url: planImageAddress(imageId), widthPx, heightPx }
}

async function assertEditor(deps: UploadPlanImageDeps, actor: Actor, planId: string): Promise<string> {
  const plan = await deps.plans.findById(planId)
  const access = plan === null ? 'none' : await planAccessOf(deps, actor, { plan, linkToken: null })
  if (access === 'none') throw new AppError('NOT_FOUND', '没有这份教案，或者您不能看。')
  const personId = personIdOf(actor)
  if (access !== 'edit' || personId === null) throw new AppError('FORBIDDEN', '您不能修改这份教案。')
  return personId
}
