import { CalendarPlus } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { QrCode } from '#app/_ui/qr-code.tsx'
import { ActivityFacts } from './activity-facts.tsx'
import { mainActionOf } from './main-action.ts'
import { TextLink } from '#app/_ui/text-link.tsx'
import { ShareButton } from './share-button.tsx'

type ActivityAsideProps = {
  detail: HttpOutput<'activity.get'>
  /** The main button; on phones it stands in the dock. */
  action: ReactNode
  /** How the reader's own registration stands. */
  own: ReactNode
  /** 编辑, 撤回, 取消: for hosts. */
  manage: ReactNode
  /** The page's whole address, with its key. */
  url: string
  moment: { isGuest: boolean; nowEpochMs: number }
}

/** The right column: what to do, and the facts. */
export async function ActivityAside({ detail, action, own, manage, url, moment }: ActivityAsideProps) {
  const t = await getTranslations('activity.aside')
  const { card } = detail
  const key = card.linkToken === null ? '' : `?k=${card.linkToken}`
  const notes = [
    card.state === 'live' && card.presentCount > 0 ? t('present', { count: card.presentCount }) : '',
    moment.isGuest && card.entry === 'link' && card.state === 'live' ? t('guestsMayWatch') : '',
  ].filter((note) => note !== '')
  const main = mainActionOf(detail, moment)
  // Not twice: it may be the main button.
  const hasCalendar =
    (card.state === 'published' || card.state === 'live') && !(main.kind === 'link' && main.word === 'calendar')
  return (
    <aside className="phone:mt-8">
      <div className="phone:hidden print:hidden">{action}</div>
      <div className="contents print:hidden">{own}</div>
      {notes.length > 0 && <p className="mt-2 text-meta text-ink-3">{notes.join('')}</p>}
      <div className="contents print:hidden">{manage}</div>
      <ActivityFacts detail={detail} />
      {detail.card.state === 'ended' && (
        <p className="border-t border-line py-3.5">
          <TextLink href={`/activities/${card.id}/package${key}`}>{t('package')}</TextLink>
        </p>
      )}
      <p className="flex items-center gap-6 border-t border-line py-3.5 print:hidden">
        {hasCalendar && (
          <a
            href={`/activities/${card.id}/calendar.ics${key}`}
            download
            className="touch-area flex items-center gap-1.5 text-ink-2 hovered:text-ink"
          >
            <Icon of={CalendarPlus} />
            {t('calendar')}
          </a>
        )}
        <ShareButton
          url={url}
          title={card.title}
          texts={{ share: t('share'), shared: t('shared'), failed: t('shareFailed') }}
        />
      </p>
      {card.state !== 'draft' && (
        <div className="flex items-center gap-4 border-t border-line pt-4">
          <QrCode text={url} label={t('code')} />
          <p className="text-meta text-ink-3">
            {t('scan')}
            <br />
            {t('scanMore')}
          </p>
        </div>
      )}
    </aside>
  )
}
