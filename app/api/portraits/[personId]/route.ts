import { appDeps } from '#app/_server/app-deps.ts'
import { pathId } from '#app/_server/path-id.ts'
import { refuse } from '#app/_server/respond.ts'
import { sendPicture } from '#app/_server/send-bytes.ts'

export async function GET(_request: Request, { params }: { params: Promise<{ personId: string }> }): Promise<Response> {
  const deps = appDeps()
  try {
    const personId = pathId((await params).personId)
    return await sendPicture(personId === null ? null : await deps.readPortrait(personId), { shared: true })
  } catch (error) {
    return refuse(deps.report(error, { request: 'portrait' }))
  }
}
