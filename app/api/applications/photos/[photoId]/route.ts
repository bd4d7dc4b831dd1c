import { appDeps } from '#app/_server/app-deps.ts'
import { pathId } from '#app/_server/path-id.ts'
import { refuse } from '#app/_server/respond.ts'
import { sendPicture } from '#app/_server/send-bytes.ts'

/** The photo of an application, for its applicant and for those who decide on it. */
export async function GET(request: Request, { params }: { params: Promise<{ photoId: string }> }): Promise<Response> {
  const deps = appDeps()
  try {
    const photoId = pathId((await params).photoId)
    if (photoId === null) return await sendPicture(null, { shared: false })
    const actor = await deps.identity.actorOf(request.headers)
    return await sendPicture(await deps.applicationPhotos.read(actor, photoId), { shared: false })
  } catch (error) {
    return refuse(deps.report(error, { request: 'application-photo' }))
  }
}
