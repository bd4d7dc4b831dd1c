import { Search } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import type { Me } from '#core/contract/http-requests.ts'
import { chooseLocale } from '#app/_i18n/choose-locale.ts'
import { chooseTheme } from '#app/_theme/choose-theme.ts'
import { parseTheme, THEME_COOKIE } from '#app/_theme/themes.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { PageShell } from '#app/_ui/page-shell.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { LookChoices } from './look-choices.tsx'

export type SiteFrameProps = {
  me: Me | null
  current?: 'home' | 'activities' | 'studios' | 'resources' | 'desk' | 'messages'
  /** Where signing in leads back to; the front page when left out. */
  path?: string
  width?: 'page' | 'desk'
  dock?: ReactNode
  search?: string
  /** Of somebody signed in; given what chooses theme and language. */
  account: (looks: ReactNode) => ReactNode
  children: ReactNode
}

/** Bar, search and footer without any script of their own: also around the page that every other page carries, the 404. */
export async function SiteFrame(props: SiteFrameProps) {
  const { me, current, path = '/', width = 'page', dock, search = '', account, children } = props
  const [t, locale, cookieJar] = await Promise.all([getTranslations('common'), getLocale(), cookies()])
  const theme = parseTheme(cookieJar.get(THEME_COOKIE)?.value)
  const signIn = path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`
  const nav = [
    { href: '/', label: t('nav.home'), isCurrent: current === 'home' },
    { href: '/activities', label: t('nav.activities'), isCurrent: current === 'activities' },
    { href: '/studios', label: t('nav.studios'), isCurrent: current === 'studios' },
    { href: '/resources', label: t('nav.resources'), isCurrent: current === 'resources' },
    ...(me === null ? [] : [{ href: '/desk', label: t('nav.desk'), isCurrent: current === 'desk' }]),
  ]
  const looks = <LookChoices theme={theme} locale={locale} chooseTheme={chooseTheme} chooseLocale={chooseLocale} />
  return (
    <PageShell
      brand={{ name: t('brand.name'), seal: t('brand.seal'), href: '/' }}
      navLabel={t('nav.label')}
      nav={nav}
      menuLabel={t('nav.menu')}
      skipLabel={t('nav.skip')}
      width={width}
      {...(dock === undefined ? {} : { dock })}
      search={
        <form
          action="/search"
          role="search"
          className="flex h-9 items-center gap-2 border-b border-line-2 text-ink-3 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-bamboo desk:w-58 phone:h-11"
        >
          <Icon of={Search} />
          <input
            name="q"
            type="search"
            maxLength={60}
            defaultValue={search}
            aria-label={t('search')}
            placeholder={t('search')}
            className="min-w-0 flex-1 bg-transparent text-ink outline-none phone:text-body"
          />
        </form>
      }
      account={
        me === null ? (
          <span className="phone:hidden">
            <LinkButton href={signIn}>{t('account.signIn')}</LinkButton>
          </span>
        ) : (
          account(looks)
        )
      }
      {...(me === null
        ? {
            menuEnd: (
              <TextLink href={signIn} tone="quiet" className="block border-t border-line py-[11px]">
                {t('account.signIn')}
              </TextLink>
            ),
          }
        : {})}
      footer={[
        { href: '/activities', label: t('footer.activities') },
        { href: '/studios', label: t('footer.studios') },
        { href: '/resources', label: t('footer.resources') },
        { href: '/announcements', label: t('footer.announcements') },
      ]}
      footerEnd={looks}
    >
      {children}
    </PageShell>
  )
}
