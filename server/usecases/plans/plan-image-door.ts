import type { Actor } from '#core/domain/policy/actor.ts'
import { readPlanImage, type ReadPlanImageDeps } from './read-plan-image.ts'
import { uploadPlanImage, type UploadPlanImageDeps } from './upload-plan-image.ts'

/** The pictures of plans, as the web application asks for them. Rejects with an `AppError` for what is expected. */
export interface PlanImageDoor {
  upload(actor: Actor, input: { planId: string; bytes: Uint8Array }): ReturnType<typeof uploadPlanImage>
  read(actor: Actor, input: { imageId: string; link: string | null }): ReturnType<typeof readPlanImage>
}

export const createPlanImageDoor = (deps: UploadPlanImageDeps & ReadPlanImageDeps): PlanImageDoor => ({
  upload: (actor, input) => uploadPlanImage(deps, actor, input),
  read: (actor, input) => readPlanImage(deps, actor, input),
})
