import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ApplicationState } from '#core/contract/applications.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { Icon } from '#app/_ui/icon.tsx'

const STEPS = ['write', 'district', 'office', 'open'] as const

/** How many steps lie behind an application. */
const BEHIND: Record<ApplicationState, number> = {
  draft: 0,
  returned: 0,
  'district-review': 1,
  'office-review': 2,
  rejected: 2,
  opened: 4,
}

/** 填写 → 区县初审 → 市办审核 → 开通: where an application stands. */
export function ApplicationSteps({ state }: { state: ApplicationState }) {
  const t = useTranslations('application.steps')
  const behind = BEHIND[state]
  return (
    <ol aria-label={t('label')} className="flex flex-wrap gap-x-8 gap-y-2 pb-6 phone:gap-x-4">
      {STEPS.map((step, index) => (
        <li
          key={step}
          {...(index === behind ? { 'aria-current': 'step' as const } : {})}
          className={classNames(
            'flex items-center gap-2 border-b-2 pb-1.5 whitespace-nowrap',
            index === behind ? 'border-bamboo font-semibold text-ink' : 'border-transparent',
            index < behind ? 'text-bamboo' : index > behind && 'text-ink-3',
          )}
        >
          {index < behind ? (
            <Icon of={Check} size="small" />
          ) : (
            <span className="font-song text-lead leading-none">{index + 1}</span>
          )}
          {t(step)}
        </li>
      ))}
    </ol>
  )
}
