import type { z } from 'zod'
import { AppError, type WireError } from '#core/contract/errors.ts'
import { httpSchemasOf, type HttpOutput, type HttpRequestName } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { Ids, Log } from '../ports.ts'
import { toWireError } from './incident.ts'
import type { HttpUseCases, RequestOrigin } from './use-cases.ts'

export type Performed<N extends HttpRequestName> = { ok: true; data: HttpOutput<N> } | { ok: false; error: WireError }

export interface PerformDeps {
  useCases: HttpUseCases
  log: Log
  ids: Ids
}

/** Parses and answers one request. Never rejects. */
export async function perform<N extends HttpRequestName>(
  { useCases, log, ids }: PerformDeps,
  name: N,
  { actor, input, address }: { actor: Actor; input: unknown } & RequestOrigin,
): Promise<Performed<N>> {
  try {
    const useCase = useCases[name]
    if (useCase === undefined) throw new AppError('UNAVAILABLE', '这项服务现在没有开。')
    return { ok: true, data: await useCase(actor, parseInput(httpSchemasOf(name).input, input), { address }) }
  } catch (error) {
    return { ok: false, error: toWireError({ log, ids }, error, { request: name }) }
  }
}

function parseInput<Input>(schema: z.ZodType<Input>, input: unknown): Input {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.path.join('.') ?? ''
  throw new AppError('INVALID', issue?.code === 'custom' ? issue.message : '填写的内容不合要求，请检查。', {
    ...(field === '' ? {} : { field }),
  })
}
