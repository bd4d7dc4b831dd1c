'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { YearPlan } from '#core/contract/year-plans.ts'
import { Button } from '#app/_ui/button.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import type { Send, YearPlanView } from './use-year-plan.ts'

type DecisionPartProps = {
  plan: YearPlan
  may: YearPlanView['may']
  isBusy: boolean
  send: Send
  onSubmit: () => Promise<void>
}

/** 提交 for the master; 备案 or 退回 for the office. */
export function DecisionPart({ plan, may, isBusy, send, onSubmit }: DecisionPartProps) {
  const t = useTranslations('year-plan.decision')
  const [mend, setMend] = useState('')
  const seen = { planId: plan.id, version: plan.version }
  const unclaimed = plan.items.flatMap(({ tasks }) => tasks).filter(({ assignee }) => assignee === null).length
  const isWriting = may.write === 'yes'
  if (!isWriting && !may.file) return null
  const check = (
    <p className="text-ink-2">
      {t('check', { count: plan.items.length })}
      {unclaimed === 0 ? t('allClaimed') : t('unclaimed', { count: unclaimed })}
    </p>
  )
  return (
    <Section title={may.file ? t('fileTitle') : t('submitTitle')} gap="small" className="print:hidden">
      <div className="flex max-w-160 flex-col items-start gap-4">
        {check}
        {isWriting && (
          <Button tone="primary" isDisabled={plan.items.length === 0 || isBusy} onPress={() => void onSubmit()}>
            {t('submit')}
          </Button>
        )}
        {may.file && (
          <>
            <Button tone="primary" isDisabled={isBusy} onPress={() => void send('year-plan.file', seen)}>
              {t('file')}
            </Button>
            <TextArea label={t('mend')} value={mend} onChange={setMend} rows={2} maxLength={400} className="w-full" />
            <Button
              isDisabled={mend.trim() === '' || isBusy}
              onPress={() => void send('year-plan.return', { ...seen, mend })}
            >
              {t('return')}
            </Button>
          </>
        )}
      </div>
    </Section>
  )
}
