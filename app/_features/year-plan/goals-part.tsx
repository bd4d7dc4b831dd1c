'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { YearPlan } from '#core/contract/year-plans.ts'
import { Button } from '#app/_ui/button.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import type { Send } from './use-year-plan.ts'

type GoalsPartProps = { plan: YearPlan; mayWrite: boolean; send: Send }

/** 目标. What was typed stays when somebody else was first; what they wrote then stands above it. */
export function GoalsPart({ plan, mayWrite, send }: GoalsPartProps) {
  const t = useTranslations('year-plan.goals')
  const [typed, setTyped] = useState<string | null>(null)
  const [isLate, setIsLate] = useState(false)
  const goals = typed ?? plan.goals
  const save = async () => {
    const refused = await send('year-plan.set-goals', { planId: plan.id, version: plan.version, goals })
    setIsLate(refused?.code === 'CONFLICT')
    if (refused === null) setTyped(null)
  }
  return (
    <Section title={t('title')} gap="none">
      {mayWrite ? (
        <div className="flex max-w-160 flex-col items-start gap-3">
          {isLate && <p className="text-ochre">{t('now', { text: plan.goals })}</p>}
          <TextArea
            label={t('label')}
            hint={t('hint')}
            value={goals}
            onChange={setTyped}
            maxLength={2_000}
            className="w-full"
          />
          <Button size="small" isDisabled={goals.trim() === plan.goals} onPress={() => void save()}>
            {t('save')}
          </Button>
        </div>
      ) : (
        <p className="max-w-160 whitespace-pre-line">{plan.goals === '' ? t('none') : plan.goals}</p>
      )}
    </Section>
  )
}
