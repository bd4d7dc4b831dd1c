'use client'

import { useTranslations } from 'next-intl'
import type { YearPlanItem, YearPlanTask } from '#core/contract/year-plans.ts'
import { Button } from '#app/_ui/button.tsx'
import type { Send, YearPlanView } from './use-year-plan.ts'

type PlanItemRowProps = {
  item: YearPlanItem
  planId: string
  view: YearPlanView
  send: Send
  onEdit: () => void
  /** Null: a new one. */
  onTask: (task: YearPlanTask | null) => void
}

/** One activity of the plan, and the work it brings. */
export function PlanItemRow({ item, planId, view, send, onEdit, onTask }: PlanItemRowProps) {
  const t = useTranslations('year-plan.months')
  const kinds = useTranslations('common.kinds')
  const { may } = view
  const facts = [kinds(item.kind), ...(item.place === '' ? [] : [item.place]), t('hours', { count: item.hours })]
  return (
    <li className="border-b border-line pb-3 not-first:pt-3">
      <div className="flex items-start gap-4">
        <div className="min-w-0 flex-1">
          <p className="font-medium">
            {item.day !== null && <span className="mr-2 text-ink-3">{t('day', { day: item.day })}</span>}
            {item.title}
          </p>
          <p className="text-meta text-ink-3">{facts.join('　')}</p>
        </div>
        {may.write && (
          <Button size="small" tone="ghost" onPress={onEdit} aria-label={t('editNamed', { title: item.title })}>
            {t('edit')}
          </Button>
        )}
      </div>
      <ul className="mt-1">
        {item.tasks.map((task) => (
          <TaskLine key={task.id} task={task} planId={planId} view={view} send={send} onEdit={() => onTask(task)} />
        ))}
      </ul>
      {may.write && (
        <Button
          size="small"
          tone="ghost"
          onPress={() => onTask(null)}
          aria-label={t('addTaskNamed', { title: item.title })}
        >
          {t('addTask')}
        </Button>
      )}
    </li>
  )
}

type TaskLineProps = Omit<PlanItemRowProps, 'item' | 'onTask'> & { task: YearPlanTask }

function TaskLine({ task, planId, view, send, onEdit }: TaskLineProps) {
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
      {may.write && (
        <Button size="small" tone="ghost" onPress={onEdit} aria-label={t('editNamed', { title: task.title })}>
          {t('edit')}
        </Button>
      )}
    </li>
  )
}
