import type { HttpInput, HttpOutput, HttpRequestName } from '#core/contract/http-requests.ts'

/**
 * `httpRequest`, fetched with its parsers when the first request is made: for pages that have something to show before they ask
 * for anything. Throws like it, and plainly where its own script did not come.
 */
export async function httpRequestLater<N extends HttpRequestName>(
  name: N,
  input: HttpInput<N>,
  options: { signal?: AbortSignal } = {},
): Promise<HttpOutput<N>> {
  const { httpRequest } = await import('./http-client.ts')
  return await httpRequest(name, input, options)
}
