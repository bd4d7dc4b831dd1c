import { appDeps } from '#app/_server/app-deps.ts'
import { pathId } from '#app/_server/path-id.ts'
import { refuse, refuseAs } from '#app/_server/respond.ts'
import { sendFile } from '#app/_server/send-file.ts'

/** Every fault of a batch as CSV. */
export async function GET(request: Request, { params }: { params: Promise<{ batchId: string }> }): Promise<Response> {
  const deps = appDeps()
  try {
    const batchId = pathId((await params).batchId)
    if (batchId === null) return refuseAs('NOT_FOUND', '没有这一批。')
    return sendFile(await deps.imports.faults(await deps.identity.actorOf(request.headers), batchId))
  } catch (error) {
    return refuse(deps.report(error, { request: 'import-faults' }))
  }
}
