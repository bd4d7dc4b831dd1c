import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { cursor as cursorInput } from '#core/contract/fields.ts'
import { decodeCursor, encodeCursor } from '#server/usecases/cursor.ts'

const position = z.tuple([z.string(), z.number()])

describe('cursors', () => {
  it('[PAGE1] a mark is read as it was written', () => {
    expect(decodeCursor(encodeCursor(['昆明路小学', 7]), position)).toEqual(['昆明路小学', 7])
  })

  it.each(['', 'x', encodeCursor(['only one']), encodeCursor([7, 'swapped'])])(
    '[PAGE2] %j is refused as input',
    (mark) => {
      expect(() => decodeCursor(mark, position)).toThrow('翻页的位置不对')
    },
  )

  it('[PAGE3] a NUL, which PostgreSQL does not take, comes through neither the edge nor a mark made by hand', () => {
    expect(cursorInput.safeParse('\u0000').success).toBe(false)
    expect(() => decodeCursor(encodeCursor(['a\u0000', 7]), position)).toThrow('翻页的位置不对')
  })

  it('[PAGE4] every mark that the server makes passes the edge', () => {
    const longest = encodeCursor(['名'.repeat(60), 'a'.repeat(64)])
    expect(cursorInput.safeParse(longest).success).toBe(true)
  })
})
