'use client'

import { useTranslations } from 'next-intl'
import type { YearPlanTask } from '#core/contract/year-plans.ts'
import { Button } from '#app/_ui/button.tsx'
import type { Send, YearPlanView } from './use-year-plan.ts'

type TaskLineProps = { task: YearPlanTask; planId: string; view: YearPlanView; send: Send; onEdit: () => void }

/** One task: whose it is, and for whom nobody has claimed it, the claiming. */
export function TaskLine({ task, planId, view, send, onEdit }: TaskLineProps) {
  const t = useTranslations('year-plan.months')
  const { may, meId } = view
  const named = { planId, taskId: task.id, version: task.version }
  return (
    <li className="flex flex-wrap items-center gap-x-3 py-1 text-ui">
      <span>{task.title}</span>
      <span className="text-meta text-ink-3">{t('hours', { count: task.hours })}</span>
      {task.assignee === null ? (
        <span className="text-meta text-ochre">{t('unclaimed')}</span>
      ) : (
        <span className="text-ink-2">{task.assignee.name}</span>
      )}
      <span className="flex-1" />
      {may.claim && task.assignee === null && (
        <Button
          size="small"
          onPress={() => void send('year-plan.claim', named)}
          aria-label={t('claimNamed', { title: task.title })}
        >
          {t('claim')}
        </Button>
      )}
      {may.claim && meId !== null && task.assignee?.id === meId && (
        <Button size="small" tone="ghost" onPress={() => void send('year-plan.give-back', named)}>
          {t('giveBack')}
        </Button>
      )}
      {may.write !== 'no' && (
        <Button size="small" tone="ghost" onPress={onEdit} aria-label={t('editNamed', { title: task.title })}>
          {t('edit')}
        </Button>
      )}
    </li>
  )
}
