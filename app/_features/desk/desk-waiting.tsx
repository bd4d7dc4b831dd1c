import { getTranslations } from 'next-intl/server'
import type { WaitingLine } from '#core/contract/waiting.ts'
import { daysSince, LONG_WAIT_DAYS } from '#core/domain/waiting/waited.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { Link } from '#app/_ui/link.tsx'
import { Section } from '#app/_ui/section.tsx'

/** 待办: what waits for one, since when, and where it is done. */
export async function DeskWaiting({ lines, nowEpochMs }: { lines: readonly WaitingLine[]; nowEpochMs: number }) {
  const t = await getTranslations('desk.waiting')
  return (
    <Section id="waiting" title={t('title')} margin="narrow" gap="small">
      {lines.length === 0 && <p className="pt-0.5 text-ink-3">{t('none')}</p>}
      <ul className="[&>li:first-child>a]:pt-0.5">
        {lines.map(({ kind, count, name, since, href }) => {
          const days = daysSince(since, nowEpochMs)
          return (
            <li key={`${kind} ${href}`} className="border-b border-line">
              <Link href={href} className="group flex items-baseline gap-3.5 py-2.5">
                <span className="min-w-0 flex-1">
                  <strong className="block text-lead leading-6 font-medium group-hover:text-bamboo">
                    {t(`kinds.${kind}`, { count })}
                  </strong>
                  {name !== '' && <span className="block truncate text-meta text-ink-3">{name}</span>}
                </span>
                <span
                  className={classNames(
                    'text-meta whitespace-nowrap',
                    days >= LONG_WAIT_DAYS ? 'text-ochre' : 'text-ink-3',
                  )}
                >
                  {days === 0 ? t('today') : t('days', { days })}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
