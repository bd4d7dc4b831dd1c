/** More words than this narrow nothing any further. */
const WORDS_MAX = 6
/** One letter spells the beginning of nearly everything. */
const SPELLING_MIN_LETTERS = 2

/** What is looked for: each word once, without capitals. Marks stay as they are typed: a title has them so. */
export function wordsOf(query: string): string[] {
  const words = query.toLowerCase().split(/\s+/u)
  return [...new Set(words.filter((word) => word !== ''))].slice(0, WORDS_MAX)
}

/** The word as pinyin or as initials of pinyin, where it may be either: full-width letters count, `lü` is typed `lv`. Null: neither. */
export function spellingOf(word: string): string | null {
  const letters = word.normalize('NFKC').replaceAll('ü', 'v').replaceAll(/['’]/g, '')
  return letters.length >= SPELLING_MIN_LETTERS && /^[a-z]+$/.test(letters) ? letters : null
}
