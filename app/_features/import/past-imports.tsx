'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { clockWords, dayWords } from '#core/domain/activity/time-words.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { Link } from '#app/_ui/link.tsx'
import { MoreButton } from '#app/_ui/more-button.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'

/** 以前的导入, newest first. */
export function PastImports({ first }: { first: HttpOutput<'imports.list'> }) {
  const t = useTranslations('import')
  const locale = useLocale()
  const [page, setPage] = useState(first)
  const [loading, setLoading] = useState<'idle' | 'busy' | 'failed'>('idle')
  if (page.items.length === 0) {
    return (
      <Empty size="part" title={t('past.none')}>
        {t('past.noneText')}
      </Empty>
    )
  }
  const more = async () => {
    setLoading('busy')
    try {
      const next = await httpRequest('imports.list', { cursor: page.nextCursor ?? undefined })
      setPage({ items: [...page.items, ...next.items], nextCursor: next.nextCursor })
      setLoading('idle')
    } catch {
      // Said below, with what to do.
      setLoading('failed')
    }
  }
  return (
    <>
      <ul className="[&>li:first-child>a]:pt-0.5">
        {page.items.map(({ id, fileName, state, counts, uploadedBy, uploadedAt }) => {
          const at = Date.parse(uploadedAt)
          const time = `${dayWords(at, locale)} ${clockWords(at)}`
          return (
            <li key={id} className="border-b border-line">
              <Link
                href={`/office/import/${id}`}
                className="group flex items-baseline gap-4 py-2.5 phone:flex-col phone:gap-0.5"
              >
                <span className="min-w-0 flex-1">
                  <span className="block font-medium break-all group-hover:text-bamboo">{fileName}</span>
                  <span className="text-meta text-ink-3">
                    {t('card', { count: counts.rows, who: uploadedBy, time })}
                  </span>
                </span>
                <span className="text-meta text-ink-2">{t(`states.${state}`)}</span>
              </Link>
            </li>
          )
        })}
      </ul>
      {loading === 'failed' && <ErrorNotice className="mt-4">{t('rows.failed')}</ErrorNotice>}
      {page.nextCursor !== null && (
        <MoreButton
          label={t('past.more')}
          busyLabel={t('past.busy')}
          isBusy={loading === 'busy'}
          onPress={() => void more()}
        />
      )}
    </>
  )
}
