import type { LucideIcon } from 'lucide-react'
import { classNames } from './class-names.ts'

export type IconSize = 'small' | 'normal' | 'large'

const SIZE_PX: Record<IconSize, number> = { small: 15, normal: 18, large: 22 }

type IconProps = {
  /** A drawing from lucide-react: `import { Mic } from 'lucide-react'`. */
  of: LucideIcon
  size?: IconSize
  /** Only when the icon says something that no word beside it says. */
  label?: string
  className?: string
}

/** One stroke for every icon: 1.6 at 15, 18 or 22 px. Hidden from screen readers unless it has a label. */
export function Icon({ of: Drawing, size = 'normal', label, className }: IconProps) {
  const meaning = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return <Drawing size={SIZE_PX[size]} strokeWidth={1.6} className={classNames('shrink-0', className)} {...meaning} />
}
