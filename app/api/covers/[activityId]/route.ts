import { appDeps } from '#app/_server/app-deps.ts'
import { refuse } from '#app/_server/respond.ts'
import { sendPicture } from '#app/_server/send-bytes.ts'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ activityId: string }> },
): Promise<Response> {
  const deps = appDeps()
  try {
    const actor = await deps.identity.actorOf(request.headers)
    return await sendPicture(await deps.readCover(actor, (await params).activityId), { shared: false })
  } catch (error) {
    return refuse(deps.report(error, { request: 'cover' }))
  }
}
