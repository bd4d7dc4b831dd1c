import type { z } from 'zod'
import { AppError } from '#core/contract/errors.ts'

/** Makes the opaque mark of where a page ended. */
export const encodeCursor = (position: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url')

/** Reads a mark of `encodeCursor`. Throws `INVALID` for anything else: it comes from a client. */
export function decodeCursor<T extends z.ZodType>(cursor: string, position: T): z.output<T> {
  const parsed = position.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')))
  // A NUL inside a text is more than PostgreSQL takes, and nothing that `encodeCursor` has ever written.
  if (!parsed.success || JSON.stringify(parsed.data).includes('\\u0000'))
    throw new AppError('INVALID', '翻页的位置不对，请从头打开。', { field: 'cursor' })
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not of our making: the schema says no to it.
    return undefined
  }
}

/** A page of at most `limit` out of rows read one beyond it, and the mark for the next. */
export function cutPage<Row>(
  rows: readonly Row[],
  { limit, positionOf }: { limit: number; positionOf: (row: Row) => readonly (string | number)[] },
): { rows: Row[]; nextCursor: string | null } {
  const cut = rows.slice(0, limit)
  const last = cut.at(-1)
  return { rows: cut, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(positionOf(last)) : null }
}
