import { classNames } from './class-names.ts'

const DEFAULT_STEPS = 28

type LevelMeterProps = {
  /** Loudness from 0 to 1. */
  ratio: number
  /** Read aloud: 麦克风音量. */
  label: string
  steps?: number
  className?: string
}

/** Loudness as a row of strokes. Draws what it is given; smoothing is the caller's. */
export function LevelMeter({ ratio, label, steps = DEFAULT_STEPS, className }: LevelMeterProps) {
  const within = Math.min(1, Math.max(0, ratio))
  const lit = Math.round(within * steps)
  return (
    <span
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(within * 100)}
      className={classNames('flex flex-1 gap-[3px]', className)}
    >
      <Strokes lit={lit} count={steps} />
    </span>
  )
}

/** `count` strokes of which the first `lit` are green. */
export function Strokes({ lit, count }: { lit: number; count: number }) {
  return Array.from({ length: count }, (_, index) => (
    <span
      key={index}
      className={classNames('h-3.5 flex-1 rounded-[1px]', index < lit ? 'stays-drawn bg-bamboo' : 'bg-press')}
    />
  ))
}
