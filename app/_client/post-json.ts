import { acknowledgement } from '#core/contract/acknowledgement.ts'
import { RequestError } from './request-error.ts'

const DEADLINE_MS = 15_000

/** Posts JSON to our own server and answers the acknowledged data, unparsed. Throws `RequestError`, and nothing else. */
export async function postJson(
  path: string,
  body: unknown,
  { signal }: { signal?: AbortSignal } = {},
): Promise<unknown> {
  const deadline = AbortSignal.timeout(DEADLINE_MS)
  const answer = await fetchJson(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
    signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
  })
  const parsed = acknowledgement.safeParse(answer)
  if (!parsed.success) throw RequestError.unanswered(parsed.error)
  if (!parsed.data.ok) throw new RequestError(parsed.data.error)
  return parsed.data.data
}

async function fetchJson(path: string, init: RequestInit): Promise<unknown> {
  try {
    return await (await fetch(path, init)).json()
  } catch (cause) {
    throw RequestError.unanswered(cause)
  }
}
