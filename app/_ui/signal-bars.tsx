import { classNames } from './class-names.ts'

export type SignalStrength = 0 | 1 | 2 | 3

type SignalBarsProps = {
  strength: SignalStrength
  /** Read aloud: 连接良好. Leave out where the word stands beside it. */
  label?: string
  className?: string
}

const HEIGHTS = ['h-[5px]', 'h-2', 'h-3'] as const

/** Three bars in the colour of the text around; one bar alone is ochre. */
export function SignalBars({ strength, label, className }: SignalBarsProps) {
  const meaning = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <span
      {...meaning}
      className={classNames('inline-flex h-3 items-end gap-0.5', strength === 1 && 'text-ochre', className)}
    >
      {HEIGHTS.map((height, index) => (
        <span
          key={height}
          className={classNames(
            'stays-drawn w-[3px] rounded-[1px] bg-current',
            height,
            index >= strength && 'opacity-28',
          )}
        />
      ))}
    </span>
  )
}
