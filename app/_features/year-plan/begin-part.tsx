'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { Empty } from '#app/_ui/empty.tsx'
import type { Send, YearPlanView } from './use-year-plan.ts'

type BeginPartProps = { view: YearPlanView; year: number; isBusy: boolean; send: Send }

/** A year that has no plan. */
export function BeginPart({ view: { may, studio }, year, isBusy, send }: BeginPartProps) {
  const t = useTranslations('year-plan')
  const begin = () => void send('year-plan.begin', { studioId: studio.id, year })
  const mayWrite = may.write !== 'no'
  return (
    <Empty
      size="part"
      headingLevel={2}
      title={t('none.title', { year: String(year) })}
      actions={
        mayWrite && (
          <Button tone="primary" busyLabel={isBusy ? t('saving') : undefined} onPress={begin}>
            {t('none.begin')}
          </Button>
        )
      }
    >
      {mayWrite ? t('none.writer') : t('none.reader')}
    </Empty>
  )
}
