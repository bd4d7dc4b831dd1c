import { Building2, FileCheck, FilePen, House, ListChecks, Plus, Users, type LucideIcon } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { Link } from '#app/_ui/link.tsx'
import type { Me } from '#core/contract/http-requests.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { Icon } from '#app/_ui/icon.tsx'

/** The desk's own column: where one is, and one's studios. On smaller screens the page itself has all of it. */
export async function DeskNav({ me, waitingCount }: { me: Me; waitingCount: number }) {
  const t = await getTranslations('desk')
  return (
    <nav aria-label={t('nav')} className="pt-1.5 phone:hidden laptop:hidden">
      <p className="text-caption text-ink-3">{me.person.name}</p>
      <ul className="-mx-2.5 mt-1">
        <NavLine href="/desk" icon={House} isCurrent>
          {t('title')}
        </NavLine>
        {waitingCount > 0 && (
          <NavLine href="/desk#waiting" icon={ListChecks} count={waitingCount}>
            {t('waiting.title')}
          </NavLine>
        )}
        {me.mayCreateIn.length > 0 && (
          <NavLine href="/activities/new" icon={Plus}>
            {t('create')}
          </NavLine>
        )}
        {me.mayReviewApplications && (
          <NavLine href="/office/applications" icon={FileCheck}>
            {t('review')}
          </NavLine>
        )}
        {me.mayManagePeople && (
          <NavLine href="/office" icon={Building2}>
            {t('office')}
          </NavLine>
        )}
        {!me.mayReviewApplications && (
          <NavLine href="/studios/apply" icon={FilePen}>
            {t('apply')}
          </NavLine>
        )}
      </ul>
      {me.studios.length > 0 && (
        <>
          <p className="mt-7 text-caption text-ink-3">{t('studios')}</p>
          <ul className="-mx-2.5 mt-1">
            {me.studios.map((studio) => (
              <NavLine key={studio.id} href={`/studios/${studio.id}`} icon={Users}>
                {studio.name}
              </NavLine>
            ))}
          </ul>
        </>
      )}
    </nav>
  )
}

type NavLineProps = { href: string; icon: LucideIcon; isCurrent?: boolean; count?: number; children: string }

function NavLine({ href, icon, isCurrent = false, count, children }: NavLineProps) {
  return (
    <li>
      <Link
        href={href}
        {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
        className={classNames(
          'flex min-h-9 items-center gap-2.5 rounded-control px-2.5 py-[7px] hovered:bg-well',
          isCurrent ? 'bg-well font-semibold text-ink' : 'text-ink-2',
        )}
      >
        <Icon of={icon} />
        {children}
        {count !== undefined && <span className="ml-auto text-meta font-semibold text-bamboo">{count}</span>}
      </Link>
    </li>
  )
}
