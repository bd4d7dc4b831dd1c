import { appDeps } from '#app/_server/app-deps.ts'
import { pathId } from '#app/_server/path-id.ts'
import { refuse } from '#app/_server/respond.ts'
import { sendPicture } from '#app/_server/send-bytes.ts'

/** A picture of a plan, for whoever may read the plan; `?k=` is a guest's link. */
export async function GET(request: Request, { params }: { params: Promise<{ imageId: string }> }): Promise<Response> {
  const deps = appDeps()
  try {
    const imageId = pathId((await params).imageId)
    if (imageId === null) return await sendPicture(null, { shared: false })
    const actor = await deps.identity.actorOf(request.headers)
    const link = new URL(request.url).searchParams.get('k')
    const { mimeType, ...picture } = await deps.planImages.read(actor, { imageId, link })
    return await sendPicture(picture, { shared: false, mimeType })
  } catch (error) {
    return refuse(deps.report(error, { request: 'plan-image' }))
  }
}
