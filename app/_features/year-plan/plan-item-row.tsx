'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { YearPlanItem, YearPlanTask } from '#core/contract/year-plans.ts'
import { dayWords } from '#core/domain/activity/time-words.ts'
import { Button } from '#app/_ui/button.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { ItemMark } from './item-mark.tsx'
import { TaskLine } from './task-line.tsx'
import type { Send, YearPlanView } from './use-year-plan.ts'

export type PlanItemRowProps = {
  item: YearPlanItem
  planId: string
  year: number
  view: YearPlanView
  send: Send
  onEdit: () => void
  onLink: () => void
  /** Null: a new one. */
  onTask: (task: YearPlanTask | null) => void
}

/** One activity of the plan, what has become of it, and the work it brings. */
export function PlanItemRow({ item, planId, year, view, send, onEdit, onLink, onTask }: PlanItemRowProps) {
  const t = useTranslations('year-plan.months')
  const kinds = useTranslations('common.kinds')
  const { may, studio } = view
  const facts = [kinds(item.kind), ...(item.place === '' ? [] : [item.place]), t('hours', { count: item.hours })]
  const mayWrite = may.write !== 'no'
  return (
    <li className="border-b border-line pb-3 not-first:pt-3">
      <div className="flex items-start gap-4">
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-medium">
              {item.day !== null && <span className="mr-2 text-ink-3">{t('day', { day: item.day })}</span>}
              {item.title}
            </span>
            <ItemMark progress={item.progress} />
          </p>
          <p className="text-meta text-ink-3">{facts.join('　')}</p>
        </div>
        {mayWrite && (
          <Button size="small" tone="ghost" onPress={onEdit} aria-label={t('editNamed', { title: item.title })}>
            {t('edit')}
          </Button>
        )}
      </div>
      <ul>
        {item.activities.map((activity) => (
          <LinkedLine key={activity.id} {...{ activity, item, planId, send }} mayUnlink={may.link} />
        ))}
      </ul>
      <ul className="mt-1">
        {item.tasks.map((task) => (
          <TaskLine key={task.id} task={task} planId={planId} view={view} send={send} onEdit={() => onTask(task)} />
        ))}
      </ul>
      <div className="-ml-2.5 flex flex-wrap gap-x-1">
        {mayWrite && (
          <Button
            size="small"
            tone="ghost"
            onPress={() => onTask(null)}
            aria-label={t('addTaskNamed', { title: item.title })}
          >
            {t('addTask')}
          </Button>
        )}
        {may.link && (
          <>
            {item.activities.length === 0 && (
              <LinkButton
                size="small"
                tone="ghost"
                href={`/activities/new?studio=${studio.id}&planYear=${year}&planItem=${item.id}`}
                aria-label={t('makeNamed', { title: item.title })}
              >
                {t('make')}
              </LinkButton>
            )}
            <Button size="small" tone="ghost" onPress={onLink} aria-label={t('linkNamed', { title: item.title })}>
              {t('link')}
            </Button>
          </>
        )}
      </div>
    </li>
  )
}

type LinkedLineProps = {
  activity: YearPlanItem['activities'][number]
  item: YearPlanItem
  planId: string
  mayUnlink: boolean
  send: Send
}

function LinkedLine({ activity, item, planId, mayUnlink, send }: LinkedLineProps) {
  const t = useTranslations('year-plan')
  const locale = useLocale()
  const { id: activityId, title, startsAt, state } = activity
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 border-l-2 border-bamboo-line py-0.5 pl-3 text-ui">
      <TextLink href={`/activities/${activityId}`} tone="quiet">
        {title}
      </TextLink>
      <span className="text-meta text-ink-3">
        {[dayWords(Date.parse(startsAt), locale), t(`activityStates.${state}`)].join('　')}
      </span>
      {mayUnlink && (
        <Button
          size="xs"
          tone="ghost"
          className="print:hidden"
          onPress={() => void send('year-plan.unlink', { planId, itemId: item.id, activityId })}
          aria-label={t('months.unlinkNamed', { title })}
        >
          {t('months.unlink')}
        </Button>
      )}
    </li>
  )
}
