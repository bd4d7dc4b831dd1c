'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { YearPlan, YearPlanItem, YearPlanTask } from '#core/contract/year-plans.ts'
import { monthWords } from '#core/domain/activity/time-words.ts'
import { Button } from '#app/_ui/button.tsx'
import { Section } from '#app/_ui/section.tsx'
import { ItemSheet } from './item-sheet.tsx'
import { PlanItemRow } from './plan-item-row.tsx'
import { TaskSheet } from './task-sheet.tsx'
import type { Send, YearPlanView } from './use-year-plan.ts'

type Open = { kind: 'item'; item: YearPlanItem | null } | { kind: 'task'; itemId: string; task: YearPlanTask | null }

type PlanMonthsProps = { view: YearPlanView; plan: YearPlan; send: Send }

/** The year's activities, a list for each month that has any. */
export function PlanMonths({ view, plan, send }: PlanMonthsProps) {
  const t = useTranslations('year-plan')
  const locale = useLocale()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const months = [...new Set(plan.items.map(({ month }) => month))]
  return (
    <Section title={t('months.title')} gap="small">
      {months.length === 0 && <p className="text-ink-3">{t('months.none')}</p>}
      {months.map((month) => (
        <section key={month} className="mb-6 desk:grid desk:grid-cols-[4.5rem_minmax(0,1fr)]">
          <h3 className="font-song text-read font-semibold">{monthWords(month - 1, locale)}</h3>
          <ul>
            {plan.items
              .filter((item) => item.month === month)
              .map((item) => (
                <PlanItemRow
                  key={item.id}
                  item={item}
                  planId={plan.id}
                  view={view}
                  send={send}
                  onEdit={() => setOpen({ kind: 'item', item })}
                  onTask={(task) => setOpen({ kind: 'task', itemId: item.id, task })}
                />
              ))}
          </ul>
        </section>
      ))}
      {view.may.write && <Button onPress={() => setOpen({ kind: 'item', item: null })}>{t('months.add')}</Button>}
      {open?.kind === 'item' && (
        <ItemSheet planId={plan.id} item={open.item} kinds={view.kinds} send={send} onClose={close} />
      )}
      {open?.kind === 'task' && (
        <TaskSheet
          planId={plan.id}
          itemId={open.itemId}
          task={open.task}
          people={view.loads.map(({ person }) => person)}
          send={send}
          onClose={close}
        />
      )}
    </Section>
  )
}
