import { Search } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { AccountMenu } from '#app/_features/account/account-menu.tsx'
import { SignOutButtons } from '#app/_features/account/sign-out-buttons.tsx'
import { chooseLocale } from '#app/_i18n/choose-locale.ts'
import { call } from '#app/_server/call.ts'
import { chooseTheme } from '#app/_theme/choose-theme.ts'
import { parseTheme, THEME_COOKIE } from '#app/_theme/themes.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { PageShell } from '#app/_ui/page-shell.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { LookChoices } from './look-choices.tsx'
import { OfflineLine } from './offline-line.tsx'

type SitePageProps = {
  current?: 'home' | 'activities' | 'studios' | 'desk'
  /** Where signing in leads back to; the front page when left out. */
  path?: string
  width?: 'page' | 'desk'
  dock?: ReactNode
  search?: string
  children: ReactNode
}

/** What stands around every page outside of the rooms: bar, search, account, footer. */
export async function SitePage({ current, path = '/', width = 'page', dock, search = '', children }: SitePageProps) {
  const [t, locale, me, cookieJar] = await Promise.all([
    getTranslations('common'),
    getLocale(),
    call('me.get', {}),
    cookies(),
  ])
  const theme = parseTheme(cookieJar.get(THEME_COOKIE)?.value)
  const signIn = path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`
  const nav = [
    { href: '/', label: t('nav.home'), isCurrent: current === 'home' },
    { href: '/activities', label: t('nav.activities'), isCurrent: current === 'activities' },
    { href: '/studios', label: t('nav.studios'), isCurrent: current === 'studios' },
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
          action="/activities"
          role="search"
          className="flex h-9 items-center gap-2 border-b border-line-2 text-ink-3 focus-within:border-bamboo desk:w-58 phone:h-11"
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
          <AccountMenu
            person={me.person}
            username={me.username}
            texts={{ open: t('account.open', { name: me.person.name }), desk: t('nav.desk') }}
            looks={looks}
            signOut={
              <SignOutButtons
                texts={{
                  signOut: t('account.signOut'),
                  everywhere: t('account.everywhere'),
                  title: t('account.everywhereTitle'),
                  text: t('account.everywhereText'),
                  keep: t('account.keep'),
                  busy: t('account.busy'),
                  failed: t('account.failed'),
                }}
              />
            }
          />
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
      ]}
      footerEnd={looks}
    >
      <OfflineLine>{t('offline')}</OfflineLine>
      {children}
    </PageShell>
  )
}
