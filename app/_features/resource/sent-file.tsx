'use client'

import { Pause, Play, RotateCw, X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { sizeWords } from '#core/domain/resource/size-words.ts'
import type { UploadItem, UploadRefusal, UploadState } from '#app/_client/upload-queue.ts'
import { IconButton } from '#app/_ui/icon-button.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'

type SentFileProps = { item: UploadItem; onPause: () => void; onResume: () => void; onRemove: () => void }

const percentOf = (ratio: number) => Math.floor(ratio * 100)

/** One file on its way: how far it is, what can be done, and why it was refused. */
export function SentFile({ item: { name, sizeBytes, state }, onPause, onResume, onRemove }: SentFileProps) {
  const t = useTranslations('resource.send')
  const errors = useTranslations('common.errors')
  const locale = useLocale()
  const why = (reason: UploadRefusal): string => {
    switch (reason.kind) {
      case 'too-large':
        return t('tooLarge')
      case 'unsent':
        return t('again')
      case 'said': {
        const { message, code } = reason
        return locale === 'zh-CN' || !errors.has(code) ? message : t('failed', { message: errors(code) })
      }
      default:
        return reason satisfies never
    }
  }
  const ratio = ratioOf(state)
  return (
    <li className="relative border-b border-line py-3">
      <div className="flex items-center gap-4 phone:gap-2">
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium">{name}</p>
          <p className={state.status === 'refused' ? 'text-meta text-ochre' : 'text-meta text-ink-3'}>
            {sizeWords(sizeBytes)}
            <span className="pl-3">
              {state.status === 'refused'
                ? why(state.reason)
                : 'ratio' in state
                  ? t(state.status, { percent: percentOf(state.ratio) })
                  : t(state.status)}
            </span>
          </p>
        </div>
        {state.status === 'done' && (
          <TextLink href={`/resources/${state.outcome.resourceId}/edit`} target="_blank">
            {t('describe')}
          </TextLink>
        )}
        {(state.status === 'sending' || state.status === 'broken') && (
          <IconButton icon={Pause} label={t('pause')} onPress={onPause} />
        )}
        {state.status === 'paused' && <IconButton icon={Play} label={t('resume')} onPress={onResume} />}
        {state.status === 'refused' && state.mayRetry && (
          <IconButton icon={RotateCw} label={t('retry')} onPress={onResume} />
        )}
        {state.status !== 'checking' && <IconButton icon={X} label={t('remove')} onPress={onRemove} />}
      </div>
      {ratio !== null && (
        <div
          role="progressbar"
          aria-label={name}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percentOf(ratio)}
          className="absolute inset-x-0 -bottom-px h-0.5"
        >
          <span className="stays-drawn block h-full bg-bamboo" style={{ width: `${ratio * 100}%` }} />
        </div>
      )}
    </li>
  )
}

function ratioOf(state: UploadState): number | null {
  if (state.status === 'checking') return 1
  return 'ratio' in state ? state.ratio : null
}
