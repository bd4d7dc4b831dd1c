import { getTranslations } from 'next-intl/server'
import { THEMES, type Theme } from '#app/_theme/themes.ts'

type FormAction = (form: FormData) => Promise<void>
type LookChoicesProps = { theme: Theme; locale: string; chooseTheme: FormAction; chooseLocale: FormAction }

const CHOICE = 'touch-area text-left hovered:text-ink aria-pressed:text-ink aria-pressed:font-medium'

/** Theme and language, as forms: they work before any script has arrived. */
export async function LookChoices({ theme, locale, chooseTheme, chooseLocale }: LookChoicesProps) {
  const t = await getTranslations('common')
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2 text-meta text-ink-3">
      <form action={chooseTheme} aria-label={t('look.theme')} className="flex gap-4">
        {THEMES.map((one) => (
          <button key={one} name="theme" value={one} aria-pressed={one === theme} className={CHOICE}>
            {t(`look.${one}`)}
          </button>
        ))}
      </form>
      <form action={chooseLocale} aria-label={t('look.language')}>
        <button
          name="locale"
          value={locale === 'en' ? 'zh-CN' : 'en'}
          lang={locale === 'en' ? 'zh-CN' : 'en'}
          className={CHOICE}
        >
          {t('look.otherLanguage')}
        </button>
      </form>
    </div>
  )
}
