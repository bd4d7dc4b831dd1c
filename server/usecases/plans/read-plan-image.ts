import { AppError } from '#core/contract/errors.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { ObjectStorage } from '#server/usecases/ports.ts'
import { planAccessOf } from './plan-access.ts'
import type { PlanImageStore, PlanStore, RoomRoles } from './ports.ts'

export interface ReadPlanImageDeps {
  plans: PlanStore
  roomRoles: RoomRoles
  images: PlanImageStore
  storage: ObjectStorage
}

/** A picture for whoever may read its plan; `NOT_FOUND` for everybody else. The caller reads `body` to its end or destroys it. */
export async function readPlanImage(
  deps: ReadPlanImageDeps,
  actor: Actor,
  { imageId, link }: { imageId: string; link: string | null },
): Promise<{ body: NodeJS.ReadableStream; sizeBytes: number; mimeType: string }> {
  const image = await deps.images.find(imageId)
  const plan = image === null ? null : await deps.plans.findById(image.planId)
  const access = plan === null ? 'none' : await planAccessOf(deps, actor, { plan, linkToken: link })
  const object = image === null || access === 'none' ? null : await deps.storage.read(image.objectKey)
  if (image === null || object === null) throw new AppError('NOT_FOUND', '没有这张图片。')
  return { ...object, mimeType: image.mimeType }
}
