import 'server-only'
import { AppError, type ErrorCode } from '#core/contract/errors.ts'

const CLOSED: ReadonlySet<ErrorCode> = new Set(['NOT_FOUND', 'INVALID', 'RATE_LIMITED'])

/**
 * What the one-time link in an address leads to, asked by `ask`; null where it does not stand, whatever the reason: there
 * is no page then.
 */
export async function callWithLink<Data>(
  link: string | string[] | undefined,
  ask: (link: string) => Promise<Data>,
): Promise<{ link: string; data: Data } | null> {
  if (typeof link !== 'string') return null
  try {
    return { link, data: await ask(link) }
  } catch (error) {
    if (error instanceof AppError && CLOSED.has(error.code)) return null
    throw error
  }
}
