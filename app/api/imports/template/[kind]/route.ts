import { appDeps } from '#app/_server/app-deps.ts'
import { refuse } from '#app/_server/respond.ts'
import { sendFile } from '#app/_server/send-file.ts'

/** What a list of people is filled in with: `xlsx` or `csv`. */
export async function GET(request: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  const deps = appDeps()
  try {
    const actor = await deps.identity.actorOf(request.headers)
    return sendFile(await deps.imports.template(actor, (await params).kind))
  } catch (error) {
    return refuse(deps.report(error, { request: 'import-template' }))
  }
}
