'use client'

import { useTranslations } from 'next-intl'
import { Dialog } from '#app/_ui/dialog.tsx'
import { Button } from '#app/_ui/button.tsx'

const KEYS = [
  ['M', 'microphone'],
  ['V', 'camera'],
  ['S', 'screen'],
  ['H', 'hand'],
  ['R', 'recording'],
  ['G', 'layout'],
  ['PgUp PgDn', 'page'],
  ['1', 'plan'],
  ['2', 'chat'],
  ['3', 'people'],
  ['Esc Tab', 'wayOut'],
  ['?', 'help'],
] as const

export function HelpDialog({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const t = useTranslations('room')
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t('help.title')}
      actions={(close) => <Button onPress={close}>{t('close')}</Button>}
    >
      <p className="text-ui text-ink-3">{t('help.note')}</p>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5 text-ui">
        {KEYS.map(([key, what]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="inline-grid h-6 min-w-6 place-items-center rounded-paper border border-line-2 px-1.5 font-sans text-caption">
                {key}
              </kbd>
            </dt>
            <dd className="text-ink">{t(`help.keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
