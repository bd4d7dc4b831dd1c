import type { ReactNode, Ref } from 'react'
import { classNames } from '#app/_ui/class-names.ts'
import './plan.css'

type PlanSheetProps = {
  /** Above the text, on the same paper. */
  head?: ReactNode
  /** The text. */
  children: ReactNode
  className?: string
  ref?: Ref<HTMLElement>
}

/** What one writes on. */
export function PlanSheet({ head, children, className, ref }: PlanSheetProps) {
  return (
    <article ref={ref} className={classNames('plan-sheet', className)}>
      {head}
      {children}
    </article>
  )
}
