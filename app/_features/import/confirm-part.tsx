'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ImportCounts } from '#core/contract/imports.ts'
import { Button } from '#app/_ui/button.tsx'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { Section } from '#app/_ui/section.tsx'

type ConfirmPartProps = {
  counts: ImportCounts
  /** The city has changed since the check: it must be checked again first. */
  isOutdated: boolean
  busy: string | null
  onConfirm: (leavesOutFaulty: boolean) => void
  onCheckAgain: () => void
}

/** The decision: to write, to check once more, or to bring another file. */
export function ConfirmPart({ counts, isOutdated, busy, onConfirm, onCheckAgain }: ConfirmPartProps) {
  const t = useTranslations('import.confirm')
  const [leavesOut, setLeavesOut] = useState(false)
  const toWrite = counts.new + counts.changed
  const mayWrite = toWrite > 0 && !isOutdated && (counts.faulty === 0 || leavesOut)
  return (
    <Section title={t('title')} gap="small">
      <div className="flex max-w-160 flex-col gap-4">
        {toWrite === 0 && <p>{counts.faulty > 0 ? t('onlyFaulty') : t('nothing')}</p>}
        {toWrite > 0 && counts.faulty > 0 && (
          <>
            <p>{t('faulty', { count: counts.faulty })}</p>
            <Checkbox isSelected={leavesOut} onChange={setLeavesOut}>
              {t('leave', { count: counts.faulty })}
            </Checkbox>
          </>
        )}
        <div className="flex flex-wrap gap-3">
          {toWrite > 0 && !isOutdated && (
            <Button
              tone="primary"
              isDisabled={!mayWrite}
              busyLabel={busy === 'import.confirm' ? t('busy') : undefined}
              onPress={() => onConfirm(leavesOut)}
            >
              {t('submit', { count: toWrite })}
            </Button>
          )}
          {(isOutdated || counts.faulty > 0) && (
            <Button
              tone={isOutdated ? 'primary' : 'secondary'}
              busyLabel={busy === 'import.check-again' ? t('againBusy') : undefined}
              onPress={onCheckAgain}
            >
              {t('again')}
            </Button>
          )}
          <LinkButton href="/office/import" tone="ghost">
            {t('another')}
          </LinkButton>
        </div>
        {toWrite > 0 && <p className="text-meta text-ink-3">{t('hint')}</p>}
      </div>
    </Section>
  )
}
