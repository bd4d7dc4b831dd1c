import 'server-only'
import { headers } from 'next/headers'
import { cache } from 'react'
import { AppError } from '#core/contract/errors.ts'
import type { HttpInput, HttpOutput, HttpRequestName } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { appDeps } from './app-deps.ts'
import { clientAddress } from './client-address.ts'

/** Who asks for this page. Looked up once for a page, however many components want to know. */
export const currentActor = cache(async (): Promise<Actor> => appDeps().identity.actorOf(new Headers(await headers())))

/**
 * A request of the contract from a server component, as whoever asks for the page. Throws an `AppError` of the code the
 * request failed with.
 */
export async function call<N extends HttpRequestName>(name: N, input: HttpInput<N>): Promise<HttpOutput<N>> {
  const [actor, sent] = await Promise.all([currentActor(), headers()])
  const performed = await appDeps().perform(name, { actor, input, address: clientAddress(new Headers(sent)) })
  if (performed.ok) return performed.data
  const { code, message, field } = performed.error
  throw new AppError(code, message, field === undefined ? {} : { field })
}

/** The same as `callIfFound`, and null also for who may not: a page that is not theirs does not exist for them. */
export async function callIfPermitted<N extends HttpRequestName>(
  name: N,
  input: HttpInput<N>,
): Promise<HttpOutput<N> | null> {
  try {
    return await callIfFound(name, input)
  } catch (error) {
    if (error instanceof AppError && error.code === 'FORBIDDEN') return null
    throw error
  }
}

/**
 * The same, or null where nothing answers to what stands in the address, be it well formed or not: for pages that then
 * call Next's `notFound()`.
 */
export async function callIfFound<N extends HttpRequestName>(
  name: N,
  input: HttpInput<N>,
): Promise<HttpOutput<N> | null> {
  try {
    return await call(name, input)
  } catch (error) {
    if (error instanceof AppError && (error.code === 'NOT_FOUND' || error.code === 'INVALID')) return null
    throw error
  }
}
