import { appDeps } from '#app/_server/app-deps.ts'
import { refuse } from '#app/_server/respond.ts'

export async function POST(request: Request): Promise<Response> {
  const deps = appDeps()
  try {
    return await deps.identity.handle(request)
  } catch (error) {
    return refuse(deps.report(error, { request: 'auth' }))
  }
}
