'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import type { ImportRow, ImportRowKind } from '#core/contract/imports.ts'
import { columnWords, faultWords } from '#core/domain/import/fault-words.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { MoreButton } from '#app/_ui/more-button.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { LoadingHairlines } from '#app/_ui/loading-hairlines.tsx'

type RowListProps = { batchId: string; kind: Exclude<ImportRowKind, 'same'> }

/** The rows of one kind, fifty at a time. Given another list, it must be given another `key`. */
export function RowList({ batchId, kind }: RowListProps) {
  const t = useTranslations('import.rows')
  const [rows, setRows] = useState<readonly ImportRow[]>([])
  const [state, setState] = useState<'busy' | 'more' | 'all' | 'failed'>('busy')
  const take = (found: HttpOutput<'import.rows'>) => {
    setRows((known) => [...known, ...found.rows])
    setState(found.hasMore ? 'more' : 'all')
  }
  useEffect(() => {
    const abort = new AbortController()
    httpRequest('import.rows', { batchId, kind }, { signal: abort.signal }).then(take, () => {
      // Said below, with what to do; unless nobody waits for it any more.
      if (!abort.signal.aborted) setState('failed')
    })
    return () => abort.abort()
  }, [batchId, kind])
  const more = async () => {
    setState('busy')
    try {
      take(await httpRequest('import.rows', { batchId, kind, after: rows.at(-1)?.number ?? 0 }))
    } catch {
      // Said below; the button is there still.
      setState('failed')
    }
  }
  return (
    <div className="pt-1">
      {rows.length === 0 && state === 'busy' && <LoadingHairlines label={t('busy')} rows={4} rowPx={46} />}
      <ul>
        {rows.map((row) => (
          <li
            key={row.number}
            className="grid gap-x-4 border-b border-line py-2.5 desk:grid-cols-[4.5rem_7rem_minmax(0,1fr)]"
          >
            <span className="text-meta leading-5.5 text-ink-3">{t('row', { number: row.number })}</span>
            <span className="font-medium break-all">{row.name === '' ? t('nameless') : row.name}</span>
            <RowMatter row={row} />
          </li>
        ))}
      </ul>
      {state === 'failed' && <ErrorNotice className="mt-4">{t('failed')}</ErrorNotice>}
      {state !== 'all' && (rows.length > 0 || state === 'failed') && (
        <MoreButton label={t('more')} busyLabel={t('busy')} isBusy={state === 'busy'} onPress={() => void more()} />
      )}
    </div>
  )
}

function RowMatter({ row }: { row: ImportRow }) {
  const t = useTranslations('import.rows')
  const locale = useLocale()
  switch (row.kind) {
    case 'faulty':
      return (
        <ul className="flex flex-col gap-1.5">
          {row.faults.map((fault) => (
            <li key={`${fault.column}-${fault.kind}`}>
              <span className="text-ochre">{columnWords(fault.column, locale)}</span>
              <span className="mx-2 break-all text-ink-2">{fault.found === '' ? t('empty') : `“${fault.found}”`}</span>
              <span className="block text-meta text-ink-2">{faultWords(fault, locale)}</span>
            </li>
          ))}
        </ul>
      )
    case 'changed':
      return (
        <ul>
          {row.changes.map(({ field, before, after }) => (
            <li key={field}>
              <span className="mr-2 text-meta text-ink-3">{columnWords(field, locale)}</span>
              {field === 'role' ? (
                t('given', { role: after })
              ) : (
                <>
                  <span className="text-ink-3">{before ?? t('empty')}</span> → {after}
                </>
              )}
            </li>
          ))}
        </ul>
      )
    case 'new':
    case 'same':
      return (
        <span className="text-ink-2">
          <span className="mr-3 break-all">{row.username}</span>
          {row.organisation}
        </span>
      )
    default:
      return row.kind satisfies never
  }
}
