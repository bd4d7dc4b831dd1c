import { appDeps } from '#app/_server/app-deps.ts'
import { refuse, respond } from '#app/_server/respond.ts'

/** Makes a passer-by a guest who is known again: asked for before a guest takes a seat. Who is known stays who they are. */
export async function POST(request: Request): Promise<Response> {
  const deps = appDeps()
  try {
    const response = respond({ ok: true, data: {} })
    const actor = await deps.identity.actorOf(request.headers)
    if (actor.kind === 'guest' && actor.guestKey === null)
      response.headers.set('set-cookie', deps.identity.newGuestCookie())
    return response
  } catch (error) {
    return refuse(deps.report(error, { request: 'guest' }))
  }
}
