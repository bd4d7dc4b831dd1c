import type { PersonCard } from '#core/contract/activity.ts'
import { httpRequest } from './http-client.ts'

const SEARCH_AFTER_MS = 200

/** Who was found for `words`. */
export interface PeopleFound {
  words: string
  people: readonly PersonCard[]
  hasFailed: boolean
}

export const NOBODY_SOUGHT: PeopleFound = { words: '', people: [], hasFailed: false }

/**
 * Asks for people by the words in name, pinyin, school and district, a little after the last key: call it at each change, and what it
 * answered at the one before. Then `take` is called once, or never. No words: nobody, at once.
 */
export function searchPeopleSoon(words: string, take: (found: PeopleFound) => void): () => void {
  if (words === '') {
    take(NOBODY_SOUGHT)
    return () => undefined
  }
  const abort = new AbortController()
  const timer = setTimeout(() => {
    httpRequest('people.search', { query: words }, { signal: abort.signal }).then(
      ({ people }) => take({ words, people, hasFailed: false }),
      () => {
        if (!abort.signal.aborted) take({ words, people: [], hasFailed: true })
      },
    )
  }, SEARCH_AFTER_MS)
  return () => {
    clearTimeout(timer)
    abort.abort()
  }
}
