'use client'

import { Check, CloudOff, LoaderCircle } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { PlanSessionState } from '#app/_client/collab-client.ts'
import { StatusWord } from '#app/_ui/status-word.tsx'
import { useIsOnline } from '#app/_ui/use-is-online.ts'

const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false } as const

type SavingWordProps = {
  state: Pick<PlanSessionState, 'saving' | 'connection'>
  /** Without the time: where there is no room. */
  isShort?: boolean
}

/** 已保存 20:16:08 · 正在保存 · 2 处未同步: what has become of one's words, never more than is known. */
export function SavingWord({ state, isShort = false }: SavingWordProps) {
  return (
    <span role="status" className="flex">
      <Words state={state} isShort={isShort} />
    </span>
  )
}

function Words({ state: { saving, connection }, isShort }: Required<SavingWordProps>) {
  const t = useTranslations('plan')
  const format = useFormatter()
  const isOnline = useIsOnline()
  switch (saving.status) {
    case 'saved':
      if (connection === 'offline')
        return (
          <StatusWord tone="warning" icon={CloudOff}>
            {t('offline')}
          </StatusWord>
        )
      return (
        <StatusWord tone="good" icon={Check}>
          {saving.atEpochMs === null || isShort
            ? t('saved')
            : t('savedAt', { time: format.dateTime(new Date(saving.atEpochMs), CLOCK) })}
        </StatusWord>
      )
    case 'saving':
      // A dead connection is noticed late; the device knows at once.
      if (!isOnline)
        return (
          <StatusWord tone="warning" icon={CloudOff}>
            {t('offline')}
          </StatusWord>
        )
      return (
        <StatusWord tone="waiting" icon={LoaderCircle}>
          {t('saving')}
        </StatusWord>
      )
    case 'unsaved':
      return (
        <StatusWord tone="warning" icon={CloudOff}>
          {t('unsaved', { count: saving.count })}
        </StatusWord>
      )
    case 'failed':
      return (
        <StatusWord tone="warning" icon={CloudOff}>
          {t('failed')}
        </StatusWord>
      )
    default:
      return saving satisfies never
  }
}
