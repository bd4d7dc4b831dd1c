import type { Acknowledgement } from '#core/contract/acknowledgement.ts'
import type { AppError } from '#core/contract/errors.ts'

/** The one shape of an answer, for a request that was done. */
export function done({ cookies }: { cookies: readonly string[] }): Response {
  return respond({ ok: true, data: {} }, { status: 200, cookies })
}

export function refused(error: AppError, { status }: { status: number }): Response {
  return respond({ ok: false, error: error.toWire() }, { status, cookies: [] })
}

function respond(body: Acknowledgement, { status, cookies }: { status: number; cookies: readonly string[] }): Response {
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(JSON.stringify(body), { status, headers })
}
