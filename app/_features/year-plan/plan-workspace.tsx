'use client'

import { CircleCheck, Clock3, PenLine, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { YearPlan, YearPlanState } from '#core/contract/year-plans.ts'
import type { CityDate } from '#core/domain/activity/city-calendar.ts'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { Section } from '#app/_ui/section.tsx'
import { StatusWord } from '#app/_ui/status-word.tsx'
import { BeginPart } from './begin-part.tsx'
import { ChangesPart } from './changes-part.tsx'
import { DecisionPart } from './decision-part.tsx'
import { GoalsPart } from './goals-part.tsx'
import { PlanLoads } from './plan-loads.tsx'
import { PlanMonths } from './plan-months.tsx'
import { PlanPicture } from './plan-picture.tsx'
import type { PlanShow } from './plan-year-query.ts'
import { useKeptText } from './use-kept-text.ts'
import { useYearPlan, type YearPlanView } from './use-year-plan.ts'

const LOOKS = {
  draft: { tone: 'waiting', icon: PenLine },
  submitted: { tone: 'waiting', icon: Clock3 },
  returned: { tone: 'warning', icon: TriangleAlert },
  filed: { tone: 'good', icon: CircleCheck },
} as const satisfies Record<YearPlanState, object>

type PlanWorkspaceProps = { first: YearPlanView; year: number; show: PlanShow | undefined; today: CityDate }

/** 年度活动计划: goals, the year month by month, who does what. */
export function PlanWorkspace({ first, year, show, today }: PlanWorkspaceProps) {
  const t = useTranslations('year-plan')
  const errors = useTranslations('common.errors')
  const plan = useYearPlan(first, { year })
  const { view, refusal } = plan
  return (
    <>
      {refusal !== null && (
        <ErrorNotice className="mb-4">{refusal.code === 'CONFLICT' ? t('conflict') : errors(refusal.code)}</ErrorNotice>
      )}
      {view.plan === null ? (
        <BeginPart view={view} year={year} isBusy={plan.status === 'saving'} send={plan.send} />
      ) : (
        <WrittenPlan {...{ ...plan, show, today }} plan={view.plan} />
      )}
    </>
  )
}

type WrittenPlanProps = ReturnType<typeof useYearPlan> & Pick<PlanWorkspaceProps, 'show' | 'today'> & { plan: YearPlan }

function WrittenPlan({ plan, view, status, send, newestVersion, show, today }: WrittenPlanProps) {
  const t = useTranslations('year-plan')
  const { may, loads, studio } = view
  const here = `/studios/${studio.id}/plan?year=${plan.year}`
  const isBusy = status === 'saving'
  const goals = useKeptText({
    name: `year-plan-goals:${plan.id}`,
    stored: plan.goals,
    save: (text) => send('year-plan.set-goals', { planId: plan.id, version: newestVersion(), goals: text }),
  })
  const submit = async () => {
    if (await goals.flush()) await send('year-plan.submit', { planId: plan.id, version: newestVersion() })
  }
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-5 gap-y-1 pb-5">
        <StatusWord {...LOOKS[plan.state]}>{t(`states.${plan.state}`)}</StatusWord>
        <span className="text-meta text-ink-3">{t('items', { count: plan.items.length })}</span>
        <span role="status" className="text-meta text-ink-3">
          {isBusy && t('saving')}
          {status === 'saved' && t('saved')}
        </span>
      </p>
      {plan.mend !== null && <ErrorNotice className="mb-4">{t('mend', { text: plan.mend })}</ErrorNotice>}
      {plan.items.length > 0 && <PlanPicture plan={plan} here={here} />}
      <GoalsPart goals={plan.goals} kept={may.write === 'yes' ? goals : null} />
      <PlanMonths {...{ view, plan, show, here, today, send }} />
      <Section title={t('loads.title')} note={t('loads.note')} gap="small">
        <PlanLoads loads={loads} />
      </Section>
      <ChangesPart plan={plan} mayNote={may.noteChanges} isBusy={isBusy} send={send} />
      <DecisionPart {...{ plan, may, isBusy, send }} onSubmit={submit} />
    </>
  )
}
