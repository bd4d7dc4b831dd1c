import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { clockWords } from '#core/domain/activity/time-words.ts'
import type { DraftStatus } from '#app/_client/draft-keeper.ts'
import { StatusWord } from '#app/_ui/status-word.tsx'

/** 已保存 20:16 · 正在保存 · 还没送出. Nothing is said before anything was typed. */
export function SavedMark({ status }: { status: DraftStatus }) {
  const t = useTranslations('application.saved')
  switch (status.kind) {
    case 'saved':
      return status.atEpochMs === null ? null : (
        <StatusWord tone="good" icon={Check}>
          {t('saved', { time: clockWords(status.atEpochMs) })}
        </StatusWord>
      )
    case 'typed':
    case 'saving':
      return (
        <StatusWord tone="waiting" icon={LoaderCircle}>
          {t('saving')}
        </StatusWord>
      )
    case 'unsent':
      return (
        <StatusWord tone="warning" icon={CloudOff}>
          {t('unsent')}
        </StatusWord>
      )
    case 'conflict':
      return (
        <StatusWord tone="warning" icon={TriangleAlert}>
          {t('conflict')}
        </StatusWord>
      )
    case 'refused':
      return (
        <StatusWord tone="warning" icon={TriangleAlert}>
          {t(status.code === 'UNAUTHENTICATED' ? 'signedOut' : 'refused')}
        </StatusWord>
      )
    default:
      return status satisfies never
  }
}
