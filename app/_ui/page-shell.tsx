import { Menu } from 'lucide-react'
import { Link } from './link.tsx'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { Seal } from './seal.tsx'

export type ShellLink = { href: string; label: string; isCurrent?: boolean }

export type PageShellProps = {
  brand: { name: string; seal: string; href: string }
  /** Read aloud as the name of the main links. */
  navLabel: string
  nav: readonly ShellLink[]
  /** Name of the phone's menu button. */
  menuLabel: string
  /** 跳到正文: the first stop of the Tab key. */
  skipLabel: string
  /** A search form; in the bar, and on phones in the menu. */
  search?: ReactNode
  /** A sign-in link, or bell and avatar. */
  account?: ReactNode
  /** The last line of the phone's menu: a sign-in link. */
  menuEnd?: ReactNode
  footer?: readonly ShellLink[]
  /** At the footer's end: language, theme. */
  footerEnd?: ReactNode
  /** Phones only: the main action in a bar of 64 px at the bottom. */
  dock?: ReactNode
  /** The matter is 1152 wide; `desk` 1232; `full` without limits. */
  width?: 'page' | 'desk' | 'full'
  children: ReactNode
}

const WIDTHS = { page: 'max-w-300 px-6 phone:px-4', desk: 'max-w-320 px-6 phone:px-4', full: '' } as const

/** Bar, matter, footer, dock. Needs no script: the phone's menu is the browser's own popover. */
export function PageShell(props: PageShellProps) {
  const { brand, nav, navLabel, menuLabel, skipLabel, search, account, footer, footerEnd, dock, width = 'page' } = props
  const columns = WIDTHS[width]
  return (
    <div className={classNames('flex min-h-dvh flex-col', dock !== undefined && 'phone:pb-16')}>
      <a
        href="#matter"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-control bg-ink px-4 py-2 text-paper focus:translate-y-0"
      >
        {skipLabel}
      </a>
      <header
        className={classNames(
          'mx-auto flex h-16 w-full items-center gap-8 laptop:gap-4 phone:h-14 phone:gap-3',
          columns || 'px-6',
        )}
      >
        <Link
          href={brand.href}
          className="flex items-center gap-2.5 font-song text-[19px] leading-none font-semibold tracking-[0.06em] whitespace-nowrap"
        >
          <Seal>{brand.seal}</Seal>
          {brand.name}
        </Link>
        <nav aria-label={navLabel} className="ml-4 laptop:ml-0 phone:hidden print:hidden">
          <ShellLinks links={nav} />
        </nav>
        <span className="flex-1" />
        {search !== undefined && <div className="phone:hidden laptop:hidden print:hidden">{search}</div>}
        <div className="contents print:hidden">{account}</div>
        <button
          type="button"
          popoverTarget="shell-menu"
          aria-label={menuLabel}
          className="touch-area -mr-1 grid size-8 place-items-center desk:hidden print:hidden"
        >
          <Icon of={Menu} size="large" />
        </button>
      </header>
      <div
        id="shell-menu"
        popover="auto"
        className="inset-x-0 top-14 m-0 w-full border-b border-line-2 bg-paper px-4 pt-2 pb-4 text-ink shadow-float"
      >
        {search}
        <nav aria-label={navLabel} className="mt-2">
          <ShellLinks links={nav} isColumn />
        </nav>
        {props.menuEnd}
      </div>
      <main id="matter" className={classNames('mx-auto w-full flex-1', columns)}>
        {props.children}
      </main>
      {footer !== undefined && (
        <footer className={classNames('mx-auto mt-20 w-full phone:mt-12 print:hidden', columns || 'px-6')}>
          <div className="flex flex-wrap gap-x-6 gap-y-1 border-t border-line-2 pt-5 pb-10 text-meta text-ink-3">
            {footer.map((link) => (
              <Link key={link.href} href={link.href} className="hovered:text-ink">
                {link.label}
              </Link>
            ))}
            <span className="flex-1" />
            {footerEnd}
          </div>
        </footer>
      )}
      {dock !== undefined && (
        <div
          data-dock=""
          className="fixed inset-x-0 bottom-0 z-30 flex h-16 items-center justify-between gap-4 border-t border-line-2 bg-paper px-4 desk:hidden print:hidden"
        >
          {dock}
        </div>
      )}
    </div>
  )
}

function ShellLinks({ links, isColumn = false }: { links: readonly ShellLink[]; isColumn?: boolean }) {
  return (
    <ul className={classNames('flex', isColumn ? 'flex-col' : 'gap-1')}>
      {links.map((link) => (
        <li key={link.href}>
          <Link
            href={link.href}
            {...(link.isCurrent === true ? { 'aria-current': 'page' } : {})}
            className={classNames(
              'block rounded-control whitespace-nowrap hovered:bg-well',
              isColumn ? 'py-[11px]' : 'px-3 py-1.5 laptop:px-2',
              link.isCurrent === true ? 'font-semibold text-ink' : 'text-ink-2',
            )}
          >
            {link.label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
