import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type PaperProps = {
  /** The running head: left and right. */
  head?: { left: ReactNode; right?: ReactNode }
  children: ReactNode
  className?: string
}

/** The sheet one writes on or reads from. Padding is the caller's. */
export function Paper({ head, children, className }: PaperProps) {
  return (
    <div className={classNames('rounded-paper bg-sheet shadow-sheet', className)}>
      {head !== undefined && (
        <p className="flex justify-between border-b border-line pb-2 text-caption text-ink-3">
          <span>{head.left}</span>
          <span>{head.right}</span>
        </p>
      )}
      {children}
    </div>
  )
}
