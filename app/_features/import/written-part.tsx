'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ImportDetail } from '#core/contract/imports.ts'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { Section } from '#app/_ui/section.tsx'

type WrittenPartProps = { batch: ImportDetail; isBusy: boolean; onTakeBack: () => void }

/** What has been done, the slips for those who are new, and the way back. */
export function WrittenPart({ batch, isBusy, onTakeBack }: WrittenPartProps) {
  const t = useTranslations('import')
  const [isAsking, setIsAsking] = useState(false)
  const { id, state, counts, blockers, blockerCount, keptFields } = batch
  const figures = { added: counts.new, schools: counts.schools, changed: counts.changed }
  if (state === 'taken-back') {
    return (
      <Section title={t('takenBack.title')} gap="none" className="mb-10">
        <p>{t('takenBack.text')}</p>
        {keptFields > 0 && <p className="mt-1 text-ink-2">{t('takenBack.kept', { count: keptFields })}</p>}
      </Section>
    )
  }
  return (
    <Section title={t('written.title')} gap="none" className="mb-10">
      <p role="status">{t('written.text', figures)}</p>
      {counts.new > 0 && <p className="mt-1 text-meta text-ink-2">{t('written.slipsText')}</p>}
      <div className="mt-4 flex flex-wrap gap-3">
        {counts.new > 0 && (
          <LinkButton href={`/office/import/${id}/slips`} tone="primary">
            {t('written.slips')}
          </LinkButton>
        )}
        <Button
          tone="danger"
          busyLabel={isBusy ? t('written.takeBackBusy') : undefined}
          onPress={() => setIsAsking(true)}
        >
          {t('written.takeBack')}
        </Button>
      </div>
      {blockers.length > 0 && (
        <div className="mt-6">
          <h3 className="text-meta text-ink-3">{t('blockers.title')}</h3>
          <ul>
            {blockers.map(({ name, organisation, uses }, index) => (
              <li
                key={index}
                className="grid gap-x-4 border-b border-line py-2 desk:grid-cols-[8rem_minmax(0,1fr)_minmax(0,1fr)]"
              >
                <span className="font-medium">{name}</span>
                <span className="text-ink-2">{organisation}</span>
                <span className="text-ochre">{uses.map((use) => t(`uses.${use}`)).join('、')}</span>
              </li>
            ))}
          </ul>
          {blockerCount > blockers.length && (
            <p className="pt-2 text-meta text-ink-3">{t('blockers.more', { count: blockers.length })}</p>
          )}
        </div>
      )}
      <Dialog
        role="alertdialog"
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={t('written.ask')}
        actions={(close) => (
          <>
            <Button onPress={close}>{t('written.keep')}</Button>
            <Button
              tone="danger"
              onPress={() => {
                close()
                onTakeBack()
              }}
            >
              {t('written.takeBack')}
            </Button>
          </>
        )}
      >
        {t('written.askText', figures)}
      </Dialog>
    </Section>
  )
}
