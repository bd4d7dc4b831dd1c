import type { z } from 'zod'
import { httpSchemasOf, type HttpInput, type HttpOutput, type HttpRequestName } from '#core/contract/http-requests.ts'
import { postJson } from './post-json.ts'
import { RequestError } from './request-error.ts'

/** A request of the contract over HTTP. Throws `RequestError`; an answer of another protocol version counts as none. */
export async function httpRequest<N extends HttpRequestName>(
  name: N,
  input: HttpInput<N>,
  options: { signal?: AbortSignal } = {},
): Promise<HttpOutput<N>> {
  return parseAnswer(httpSchemasOf(name).output, await postJson(`/api/rpc/${name}`, input, options))
}

function parseAnswer<Output>(schema: z.ZodType<Output>, answer: unknown): Output {
  const parsed = schema.safeParse(answer)
  if (!parsed.success) throw RequestError.unanswered(parsed.error)
  return parsed.data
}
