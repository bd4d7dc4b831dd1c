import { z } from 'zod'

/** What the address of the search asks for. */
export type SearchQuery = { words: string; of: 'people' | undefined; cursor: string | undefined }

const one = z.string().max(200)
const address = z.object({
  q: one
    .trim()
    .max(60)
    .regex(/^[^\p{Cc}]*$/u)
    .catch(''),
  of: z.literal('people').optional().catch(undefined),
  cursor: one.optional().catch(undefined),
})

/** Anything that is no search is left out. */
export function readSearchQuery(parameters: unknown): SearchQuery {
  const { q, of, cursor } = address.parse(parameters)
  return { words: q, of, cursor }
}

export function hrefOfSearch({ words, of, cursor }: Partial<SearchQuery> & { words: string }): string {
  const parameters = new URLSearchParams({ q: words })
  if (of !== undefined) parameters.set('of', of)
  if (cursor !== undefined) parameters.set('cursor', cursor)
  return `/search?${parameters.toString()}`
}
