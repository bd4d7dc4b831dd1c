'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import type { YearPlanItem } from '#core/contract/year-plans.ts'
import { dayWords } from '#core/domain/activity/time-words.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { RequestError } from '#app/_client/request-error.ts'
import { Button } from '#app/_ui/button.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { Sheet } from '#app/_ui/sheet.tsx'
import type { Send } from './use-year-plan.ts'

type LinkSheetProps = { planId: string; item: YearPlanItem; send: Send; onClose: () => void }
type Page = HttpOutput<'year-plan.linkable'>

/** Which activity of the studio an item of the plan has become. */
export function LinkSheet({ planId, item, send, onClose }: LinkSheetProps) {
  const t = useTranslations('year-plan.link')
  const sheet = useTranslations('year-plan.sheet')
  const errors = useTranslations('common.errors')
  const states = useTranslations('year-plan.activityStates')
  const locale = useLocale()
  const [page, setPage] = useState<Page | null>(null)
  const [fault, setFault] = useState<string | null>(null)

  useEffect(() => {
    let isClosed = false
    httpRequest('year-plan.linkable', { planId })
      .then((found) => {
        if (!isClosed) setPage(found)
      })
      .catch((error: unknown) => {
        if (!isClosed) setFault(error instanceof RequestError ? error.code : 'UNAVAILABLE')
      })
    return () => {
      isClosed = true
    }
  }, [planId])

  const more = async (cursor: string, before: Page) => {
    const next = await httpRequest('year-plan.linkable', { planId, cursor })
    setPage({ ...next, items: [...before.items, ...next.items] })
  }
  const choose = async (activityId: string) => {
    const refused = await send('year-plan.link', { planId, itemId: item.id, activityId })
    if (refused === null) onClose()
    else setFault(refused.code)
  }
  return (
    <Sheet isOpen onOpenChange={onClose} title={t('title', { title: item.title })} closeLabel={sheet('close')}>
      {fault !== null && <ErrorNotice>{fault === 'CONFLICT' ? t('taken') : errors('UNAVAILABLE')}</ErrorNotice>}
      {page?.items.length === 0 && <p className="text-ink-2">{t('none')}</p>}
      <ul>
        {page?.items.map(({ id, title, startsAt, state }) => (
          <li key={id} className="flex items-baseline gap-3 border-b border-line py-2.5">
            <span className="min-w-0 flex-1">
              {title}
              <span className="block text-meta text-ink-3">
                {[dayWords(Date.parse(startsAt), locale), states(state)].join('　')}
              </span>
            </span>
            <Button size="small" onPress={() => void choose(id)} aria-label={t('chooseNamed', { title })}>
              {t('choose')}
            </Button>
          </li>
        ))}
      </ul>
      {page !== null && page.nextCursor !== null && (
        <Button size="small" tone="ghost" onPress={() => void more(page.nextCursor ?? '', page)} className="mt-3">
          {t('more')}
        </Button>
      )}
    </Sheet>
  )
}
