import { httpRequests, type HttpRequestName } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { AppDeps } from '#server/usecases/http/app-deps.ts'
import { CLIENT_ADDRESS_HEADER } from '#server/usecases/identity/ports.ts'
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
    const taken = await deps.limiter.take(limiterKey(actor, request.headers))
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
        return respond(await deps.perform(name, { actor, input: body.value }))
      default:
        return body satisfies never
    }
  } catch (error) {
    return refuse(deps.report(error, { request: name }))
  }
}

function limiterKey(actor: Actor, headers: Headers): string {
  if (actor.kind === 'person') return `person:${actor.personId}`
  // A guest's cookie is theirs to throw away; the address is not.
  return `address:${headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown'}`
}
