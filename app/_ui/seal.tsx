import { classNames } from './class-names.ts'

type SealProps = { size?: 'normal' | 'small'; className?: string; children: string }

/** One character on a green square. Decoration: the name stands beside it. */
export function Seal({ size = 'normal', className, children }: SealProps) {
  return (
    <span
      aria-hidden
      className={classNames(
        'inline-grid shrink-0 place-items-center rounded-paper bg-bamboo pb-px font-song leading-none font-bold text-on-bamboo',
        size === 'normal' ? 'size-7 text-[18px]' : 'size-5.5 text-[14px]',
        className,
      )}
    >
      {children}
    </span>
  )
}
