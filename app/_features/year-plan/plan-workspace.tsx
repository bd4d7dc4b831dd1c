'use client'

import { CircleCheck, Clock3, PenLine, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { YearPlanState } from '#core/contract/year-plans.ts'
import { Button } from '#app/_ui/button.tsx'
import { Empty } from '#app/_ui/empty.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { Section } from '#app/_ui/section.tsx'
import { StatusWord } from '#app/_ui/status-word.tsx'
import { DecisionPart } from './decision-part.tsx'
import { GoalsPart } from './goals-part.tsx'
import { PlanLoads } from './plan-loads.tsx'
import { PlanMonths } from './plan-months.tsx'
import { useYearPlan, type YearPlanView } from './use-year-plan.ts'

const LOOKS = {
  draft: { tone: 'waiting', icon: PenLine },
  submitted: { tone: 'waiting', icon: Clock3 },
  returned: { tone: 'warning', icon: TriangleAlert },
  filed: { tone: 'good', icon: CircleCheck },
} as const satisfies Record<YearPlanState, object>

/** 年度活动计划: goals, the year month by month, who does what. */
export function PlanWorkspace({ first, year }: { first: YearPlanView; year: number }) {
  const t = useTranslations('year-plan')
  const errors = useTranslations('common.errors')
  const { view, status, refusal, send } = useYearPlan(first, { year })
  const { plan, may, loads, studio } = view
  const problem = refusal !== null && (
    <ErrorNotice className="mb-4">{refusal.code === 'CONFLICT' ? t('conflict') : errors(refusal.code)}</ErrorNotice>
  )
  if (plan === null) {
    return (
      <>
        {problem}
        <Empty
          size="part"
          headingLevel={2}
          title={t('none.title', { year })}
          actions={
            may.write && (
              <Button
                tone="primary"
                busyLabel={status === 'saving' ? t('saving') : undefined}
                onPress={() => void send('year-plan.begin', { studioId: studio.id, year })}
              >
                {t('none.begin')}
              </Button>
            )
          }
        >
          {may.write ? t('none.writer') : t('none.reader')}
        </Empty>
      </>
    )
  }
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-5 gap-y-1 pb-5">
        <StatusWord {...LOOKS[plan.state]}>{t(`states.${plan.state}`)}</StatusWord>
        <span className="text-meta text-ink-3">{t('items', { count: plan.items.length })}</span>
        <span role="status" className="text-meta text-ink-3">
          {status === 'saving' && t('saving')}
          {status === 'saved' && t('saved')}
        </span>
      </p>
      {problem}
      {plan.mend !== null && <ErrorNotice className="mb-4">{t('mend', { text: plan.mend })}</ErrorNotice>}
      <GoalsPart plan={plan} mayWrite={may.write} send={send} />
      <PlanMonths view={view} plan={plan} send={send} />
      <Section title={t('loads.title')} note={t('loads.note')} gap="small">
        <PlanLoads loads={loads} />
      </Section>
      <DecisionPart plan={plan} may={may} isBusy={status === 'saving'} send={send} />
    </>
  )
}
