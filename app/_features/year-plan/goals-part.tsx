'use client'

import { useTranslations } from 'next-intl'
import { Section } from '#app/_ui/section.tsx'
import { KeptTextArea } from './kept-text-area.tsx'
import type { KeptText } from './use-kept-text.ts'

/** 目标; null for who does not write them. */
export function GoalsPart({ goals, kept }: { goals: string; kept: KeptText | null }) {
  const t = useTranslations('year-plan.goals')
  return (
    <Section title={t('title')} gap="none">
      {kept === null ? (
        <p className="max-w-160 whitespace-pre-line">{goals === '' ? t('none') : goals}</p>
      ) : (
        <KeptTextArea kept={kept} label={t('label')} hint={t('hint')} maxLength={2_000} />
      )}
    </Section>
  )
}
