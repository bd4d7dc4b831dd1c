import { acknowledgement } from '#core/contract/acknowledgement.ts'
import { RequestError } from './request-error.ts'

interface PostedBody {
  body: BodyInit
  headers: Record<string, string>
  signal: AbortSignal
}

/** Posts to our own server and answers the acknowledged data, unparsed. Throws `RequestError`, and nothing else. */
export async function postBody(path: string, posted: PostedBody): Promise<unknown> {
  const parsed = acknowledgement.safeParse(await fetchJson(path, posted))
  if (!parsed.success) throw RequestError.unanswered(parsed.error)
  if (!parsed.data.ok) throw new RequestError(parsed.data.error)
  return parsed.data.data
}

async function fetchJson(path: string, posted: PostedBody): Promise<unknown> {
  try {
    return await (await fetch(path, { ...posted, method: 'POST', credentials: 'same-origin' })).json()
  } catch (cause) {
    throw RequestError.unanswered(cause)
  }
}
