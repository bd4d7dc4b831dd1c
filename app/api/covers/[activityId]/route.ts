import { appDeps } from '#app/_server/app-deps.ts'
import { pathId } from '#app/_server/path-id.ts'
import { refuse } from '#app/_server/respond.ts'
import { sendPicture } from '#app/_server/send-bytes.ts'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ activityId: string }> },
): Promise<Response> {
  const deps = appDeps()
  try {
    const activityId = pathId((await params).activityId)
    const actor = await deps.identity.actorOf(request.headers)
    const cover = activityId === null ? null : await deps.readCover(actor, activityId)
    return await sendPicture(cover, { shared: false })
  } catch (error) {
    return refuse(deps.report(error, { request: 'cover' }))
  }
}
