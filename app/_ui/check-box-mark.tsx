import { Check, Minus } from 'lucide-react'
import { classNames } from './class-names.ts'

type CheckBoxMarkProps = { state: 'off' | 'on' | 'mixed'; className?: string }

/** The drawn box of a Checkbox. */
export function CheckBoxMark({ state, className }: CheckBoxMarkProps) {
  return (
    <span
      aria-hidden
      data-box=""
      className={classNames(
        'inline-grid size-4 shrink-0 place-items-center rounded-[3px] border',
        state === 'off' ? 'border-edge bg-sheet' : 'border-bamboo bg-bamboo text-on-bamboo',
        className,
      )}
    >
      {state === 'on' && <Check size={12} strokeWidth={3} />}
      {state === 'mixed' && <Minus size={12} strokeWidth={3} />}
    </span>
  )
}
