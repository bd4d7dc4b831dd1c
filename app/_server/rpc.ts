import { httpRequests, type HttpRequestName } from '#core/contract/http-requests.ts'
import type { AppDeps } from '#server/usecases/http/app-deps.ts'
import { clientAddress } from './client-address.ts'
import { readBody } from './read-body.ts'
import { refuse, refuseAs, respond } from './respond.ts'

const BODY_MAX_BYTES = 256 * 1_024

const isName = (name: string): name is HttpRequestName => Object.hasOwn(httpRequests, name)

/** `POST /api/rpc/<name>`: from our own pages, as JSON, answered like the room's socket. Never rejects. */
export async function handleRpc(deps: AppDeps, request: Request, name: string): Promise<Response> {
  try {
    if (!deps.identity.isOwnPage(request.headers)) return refuseAs('FORBIDDEN', '请从同课的页面操作。')
    if (!isName(name)) return refuseAs('NOT_FOUND', '没有这个请求。')
    const actor = await deps.identity.actorOf(request.headers)
    // A guest's cookie is theirs to throw away; the address is not.
    const address = clientAddress(request.headers)
    const key = actor.kind === 'person' ? `person:${actor.personId}` : `address:${address}`
    const taken = await deps.limiter.take(key)
    if (!taken.allowed) {
      return refuseAs('RATE_LIMITED', '操作太频繁了，请稍等片刻。', { retryAfterMs: taken.retryAfterMs })
    }
    const body = await readBody(request, { maxBytes: BODY_MAX_BYTES })
    switch (body.kind) {
      case 'too-large':
        return refuseAs('QUOTA', '内容太大了。')
      case 'not-json':
        return refuseAs('INVALID', '请求不是 JSON。')
      case 'json':
        return respond(await deps.perform(name, { actor, input: body.value, address }))
      default:
        return body satisfies never
    }
  } catch (error) {
    return refuse(deps.report(error, { request: name }))
  }
}
