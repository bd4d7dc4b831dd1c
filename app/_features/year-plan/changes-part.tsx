'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { YearPlan } from '#core/contract/year-plans.ts'
import { dayWords } from '#core/domain/activity/time-words.ts'
import { Button } from '#app/_ui/button.tsx'
import { Section } from '#app/_ui/section.tsx'
import type { Send } from './use-year-plan.ts'

type ChangesPartProps = { plan: YearPlan; mayNote: boolean; isBusy: boolean; send: Send }

/** What was changed after filing, and why; the office says that it has read it. */
export function ChangesPart({ plan, mayNote, isBusy, send }: ChangesPartProps) {
  const t = useTranslations('year-plan.changes')
  const locale = useLocale()
  if (plan.changes.length === 0) return null
  return (
    <Section title={t('title')} note={t('note', { count: plan.changes.length })} gap="small" id="changes">
      <ol className="max-w-160">
        {plan.changes.map(({ id, at, by, kind, title, reason }, index) => (
          <li key={id} className="border-b border-line py-2.5">
            <p>
              {t(kind)} <span className="font-medium">{title}</span>
              {index < plan.unseenChanges && <span className="ml-3 text-meta text-ochre">{t('unseen')}</span>}
            </p>
            <p className="text-meta text-ink-3">{[reason, by, dayWords(Date.parse(at), locale)].join('　')}</p>
          </li>
        ))}
      </ol>
      {mayNote && (
        <Button
          className="mt-4"
          isDisabled={isBusy}
          onPress={() => void send('year-plan.note-changes', { planId: plan.id, seen: plan.unseenChanges })}
        >
          {t('noteThem')}
        </Button>
      )}
    </Section>
  )
}
