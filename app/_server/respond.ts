import type { Acknowledgement } from '#core/contract/acknowledgement.ts'
import { AppError, type ErrorCode, type WireError } from '#core/contract/errors.ts'

const STATUS: Record<ErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID: 400,
  CONFLICT: 409,
  GONE: 410,
  RATE_LIMITED: 429,
  QUOTA: 413,
  MEDIA: 503,
  UNAVAILABLE: 503,
  INTERNAL: 500,
}

/** The answer to a request of the contract over HTTP. */
export function respond(answer: Acknowledgement): Response {
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  if (answer.ok) return new Response(JSON.stringify(answer), { status: 200, headers })
  const { code, retryAfterMs } = answer.error
  if (retryAfterMs !== undefined) headers.set('retry-after', String(Math.ceil(retryAfterMs / 1_000)))
  return new Response(JSON.stringify(answer), { status: STATUS[code], headers })
}

export const refuse = (error: WireError): Response => respond({ ok: false, error })

/**
 * A refusal that is decided on this side. It is answered, never thrown to `report`: of an error that was made here the
 * process cannot tell what it is, and would take it for a bug (server/usecases/http/app-deps.ts).
 */
export const refuseAs = (...reason: ConstructorParameters<typeof AppError>): Response =>
  refuse(new AppError(...reason).toWire())
