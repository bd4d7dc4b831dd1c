import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { call } from '#app/_server/call.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { Link } from '#app/_ui/link.tsx'
import { SitePage } from '../../../(public)/_site/site-page.tsx'

/** The office's pages, in the order in which they stand beside them; each with whom it is for. */
const PLACES = [
  { id: 'applications', href: '/office/applications', isFor: 'reviewers' },
  { id: 'members', href: '/office/members', isFor: 'office' },
  { id: 'plans', href: '/office/plans', isFor: 'office' },
  { id: 'people', href: '/office', isFor: 'office' },
  { id: 'import', href: '/office/import', isFor: 'office' },
  { id: 'audit', href: '/office/audit', isFor: 'office' },
] as const

type OfficePageProps = {
  current: (typeof PLACES)[number]['id']
  path: string
  /** Stands under the places: filters of this page. */
  beside?: ReactNode
  children: ReactNode
}

/** What stands around every page of the office: its other pages beside it, on smaller screens above. */
export async function OfficePage({ current, path, beside, children }: OfficePageProps) {
  const [t, me] = await Promise.all([getTranslations('office'), call('me.get', {})])
  const places = PLACES.filter(({ isFor }) =>
    isFor === 'office' ? me?.mayManagePeople === true : me?.mayReviewApplications === true,
  )
  return (
    <SitePage current="desk" width="desk" path={path}>
      <div className="pt-2 wide:grid wide:grid-cols-[9.5rem_minmax(0,1fr)] wide:gap-12">
        <div className="print:hidden">
          <nav aria-label={t('places.label')}>
            <ul className="-mx-2.5 flex flex-wrap gap-x-1 wide:flex-col">
              {places.map(({ id, href }) => (
                <li key={id}>
                  <Link
                    href={href}
                    {...(id === current
                      ? { 'aria-current': path === href ? ('page' as const) : ('true' as const) }
                      : {})}
                    className={classNames(
                      'flex min-h-9 items-center rounded-control px-2.5 py-[7px] whitespace-nowrap hovered:bg-well phone:min-h-11',
                      id === current ? 'bg-well font-semibold text-ink' : 'text-ink-2',
                    )}
                  >
                    {t(`places.${id}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          {beside !== undefined && <div className="wide:mt-6">{beside}</div>}
        </div>
        <div className="min-w-0">{children}</div>
      </div>
    </SitePage>
  )
}
