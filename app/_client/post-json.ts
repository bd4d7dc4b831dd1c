import { postBody } from './post-body.ts'

const DEADLINE_MS = 15_000

/** Posts JSON to our own server and answers the acknowledged data, unparsed. Throws `RequestError`, and nothing else. */
export async function postJson(
  path: string,
  body: unknown,
  { signal }: { signal?: AbortSignal } = {},
): Promise<unknown> {
  const deadline = AbortSignal.timeout(DEADLINE_MS)
  return await postBody(path, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
  })
}
