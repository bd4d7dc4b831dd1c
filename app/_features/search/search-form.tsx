import { getTranslations } from 'next-intl/server'
import { buttonStyle } from '#app/_ui/button-style.ts'

/** The page's own box: the words stay where they were typed. */
export async function SearchForm({ words }: { words: string }) {
  const t = await getTranslations('search')
  return (
    <form action="/search" className="flex max-w-140 gap-3">
      <input
        name="q"
        type="search"
        maxLength={60}
        required
        defaultValue={words}
        aria-label={t('words')}
        aria-describedby="search-lead"
        className="h-10 min-w-0 flex-1 rounded-control border border-edge bg-sheet px-3 text-lead"
      />
      <button className={buttonStyle({})}>{t('find')}</button>
    </form>
  )
}
