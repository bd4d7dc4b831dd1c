import { classNames } from './class-names.ts'

type LevelTagProps = {
  /** `highest` green, `middle` ink, `local` grey. */
  rank: 'highest' | 'middle' | 'local'
  children: string
  className?: string
}

/** A level in a small Song frame. */
export function LevelTag({ rank, children, className }: LevelTagProps) {
  return (
    <span
      className={classNames(
        'inline-block rounded-paper border px-[5px] font-song text-caption font-medium whitespace-nowrap',
        rank === 'highest' && 'border-bamboo text-bamboo',
        rank === 'middle' && 'border-edge text-ink',
        rank === 'local' && 'border-line-2 text-ink-2',
        className,
      )}
    >
      {children}
    </span>
  )
}
