import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Strokes } from './level-meter.tsx'

type ProgressBarProps = {
  /** 处理实录 */
  label: ReactNode
  /** 72%, or 22 / 26 场. */
  valueText: string
  value: number
  max: number
  /** One stroke for each of a countable few. */
  isCounted?: boolean
  className?: string
}

/** Drawn only where there is a number. */
export function ProgressBar({ label, valueText, value, max, isCounted = false, className }: ProgressBarProps) {
  const ratio = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  return (
    <div className={classNames('block', className)}>
      <span className="mb-2 block text-meta text-ink-2">
        {label}
        <span className="ml-3.5">{valueText}</span>
      </span>
      <div
        role="progressbar"
        aria-label={typeof label === 'string' ? label : valueText}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={valueText}
        className={isCounted ? 'flex gap-[3px]' : 'h-1 overflow-hidden rounded-paper bg-press'}
      >
        {isCounted ? (
          <Strokes lit={value} count={max} />
        ) : (
          <span className="stays-drawn block h-1 bg-bamboo" style={{ width: `${ratio * 100}%` }} />
        )}
      </div>
    </div>
  )
}
