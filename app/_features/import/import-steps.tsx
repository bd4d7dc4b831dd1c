import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classNames } from '#app/_ui/class-names.ts'
import { Icon } from '#app/_ui/icon.tsx'

const STEPS = ['choose', 'look', 'write'] as const

/** 1 选文件 2 看结果 3 写入. `current` is one more than there are when all is done. */
export function ImportSteps({ current }: { current: 1 | 2 | 3 | 4 }) {
  const t = useTranslations('import.steps')
  return (
    <ol aria-label={t('label')} className="flex gap-8 pb-8 phone:gap-4 phone:pb-6">
      {STEPS.map((step, index) => {
        const number = index + 1
        return (
          <li
            key={step}
            {...(number === current ? { 'aria-current': 'step' as const } : {})}
            className={classNames(
              'flex items-center gap-2 border-b-2 pb-1.5 whitespace-nowrap',
              number === current ? 'border-bamboo font-semibold text-ink' : 'border-transparent',
              number < current ? 'text-bamboo' : number > current && 'text-ink-3',
            )}
          >
            {number < current ? (
              <Icon of={Check} size="small" />
            ) : (
              <span className="font-song text-lead leading-none">{number}</span>
            )}
            {t(step)}
          </li>
        )
      })}
    </ol>
  )
}
