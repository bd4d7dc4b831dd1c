import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

type StatusWordProps = {
  /** `good` done, `warning` needs someone, `waiting` is on its way. */
  tone: 'good' | 'warning' | 'waiting'
  icon: LucideIcon
  children: ReactNode
  className?: string
}

/** A state in words with an icon; never a coloured pill. */
export function StatusWord({ tone, icon, children, className }: StatusWordProps) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 text-meta whitespace-nowrap',
        tone === 'good' && 'text-bamboo',
        tone === 'warning' && 'text-ochre',
        tone === 'waiting' && 'text-ink-3',
        className,
      )}
    >
      <Icon of={icon} size="small" />
      {children}
    </span>
  )
}
