'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { YearPlan, YearPlanItem } from '#core/contract/year-plans.ts'
import type { CityDate } from '#core/domain/activity/city-calendar.ts'
import { monthWords } from '#core/domain/activity/time-words.ts'
import { monthForNew } from '#core/domain/year-plan/progress.ts'
import { Button } from '#app/_ui/button.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { ItemSheet } from './item-sheet.tsx'
import { LinkSheet } from './link-sheet.tsx'
import { PlanItemRow } from './plan-item-row.tsx'
import type { PlanShow } from './plan-year-query.ts'
import { TaskSheet } from './task-sheet.tsx'
import type { Send, YearPlanView } from './use-year-plan.ts'

/** Ids, not rows: what is open follows what is on disk. */
type Open =
  | { kind: 'item'; itemId: string | null }
  | { kind: 'task'; itemId: string; taskId: string | null }
  | { kind: 'link'; itemId: string }

type PlanMonthsProps = {
  view: YearPlanView
  plan: YearPlan
  /** What of the plan the address asks for. */
  show: PlanShow | undefined
  here: string
  today: CityDate
  send: Send
}

const isShown = (item: YearPlanItem, show: PlanShow | undefined) => {
  if (show === undefined) return true
  return show === 'unclaimed' ? item.tasks.some(({ assignee }) => assignee === null) : item.progress === show
}

/** The year's activities, a list for each month that has any. */
export function PlanMonths({ view, plan, show, here, today, send }: PlanMonthsProps) {
  const t = useTranslations('year-plan')
  const locale = useLocale()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const items = plan.items.filter((item) => isShown(item, show))
  const months = [...new Set(items.map(({ month }) => month))]
  const opened = open === null ? undefined : plan.items.find(({ id }) => id === open.itemId)
  const next = monthForNew({ year: plan.year, months: plan.items.map(({ month }) => month) }, { today })
  return (
    <Section title={t('months.title')} gap="small" id="items">
      {show !== undefined && (
        <p className="flex gap-4 pb-4 text-meta">
          {t(`shown.${show}`, { count: items.length })}
          <TextLink href={here}>{t('shown.all')}</TextLink>
        </p>
      )}
      {plan.items.length === 0 && <p className="pb-4 text-ink-3">{t('months.none')}</p>}
      {months.map((month) => (
        <section key={month} className="mb-6 desk:grid desk:grid-cols-[4.5rem_minmax(0,1fr)]">
          <h3 className="font-song text-read font-semibold">{monthWords(month - 1, locale)}</h3>
          <ul>
            {items
              .filter((item) => item.month === month)
              .map((item) => (
                <PlanItemRow
                  key={item.id}
                  {...{ item, view, send }}
                  planId={plan.id}
                  year={plan.year}
                  onEdit={() => setOpen({ kind: 'item', itemId: item.id })}
                  onLink={() => setOpen({ kind: 'link', itemId: item.id })}
                  onTask={(task) => setOpen({ kind: 'task', itemId: item.id, taskId: task?.id ?? null })}
                />
              ))}
          </ul>
        </section>
      ))}
      {view.may.write !== 'no' && (
        <Button onPress={() => setOpen({ kind: 'item', itemId: null })}>{t('months.add')}</Button>
      )}
      {open?.kind === 'item' && (
        <ItemSheet
          {...{ view, send }}
          planId={plan.id}
          item={opened ?? null}
          isNew={open.itemId === null}
          monthForNew={next}
          onClose={close}
        />
      )}
      {open?.kind === 'task' && (
        <TaskSheet
          planId={plan.id}
          itemId={open.itemId}
          task={opened?.tasks.find(({ id }) => id === open.taskId) ?? null}
          isNew={open.taskId === null}
          people={view.loads.map(({ person }) => person)}
          send={send}
          onClose={close}
        />
      )}
      {open?.kind === 'link' && opened !== undefined && (
        <LinkSheet planId={plan.id} item={opened} send={send} onClose={close} />
      )}
    </Section>
  )
}
