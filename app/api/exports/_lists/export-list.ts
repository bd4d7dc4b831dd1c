import type { HttpInput, HttpOutput, HttpRequestName } from '#core/contract/http-requests.ts'

export type Cell = string | number | Date | null

export interface ExportContext {
  /** A request of the contract, as whoever takes the list along. Throws `AppError`. */
  ask<N extends HttpRequestName>(name: N, input: HttpInput<N>): Promise<HttpOutput<N>>
  /** Words of the reader's language, by the key of a whole text: `common.kinds.lesson-study`. */
  say(key: string): string
  /** What stands in the address. */
  parameters: Readonly<Record<string, string>>
}

/** A list as a table: the keys of its heads in messages/<locale>/export.json, and its rows as they are read. */
export interface ExportList {
  heads: readonly string[]
  rows(context: ExportContext): AsyncIterable<Cell[]>
}

type Page<Item> = { items: readonly Item[]; nextCursor: string | null }

/** Every item of a list that is turned by key. */
export async function* everyItem<Item>(
  page: (cursor: { cursor?: string }) => Promise<Page<Item>>,
): AsyncGenerator<Item> {
  let cursor: string | null | undefined
  while (cursor !== null) {
    const { items, nextCursor }: Page<Item> = await page(cursor === undefined ? {} : { cursor })
    yield* items
    cursor = nextCursor
  }
}
