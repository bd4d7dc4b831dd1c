import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

/** Rows of 46 px with lines between them only. A plain table: the caller writes thead, tbody and tr. */
export function Table({ className, ...table }: ComponentProps<'table'>) {
  return <table {...table} className={classNames('w-full border-collapse text-ui', className)} />
}

type AlignProps = { align?: 'left' | 'right' }

export function HeadCell({ align = 'left', className, ...cell }: Omit<ComponentProps<'th'>, 'align'> & AlignProps) {
  return (
    <th
      scope="col"
      {...cell}
      className={classNames(
        'border-b border-line-2 p-2 text-caption font-normal text-ink-3',
        align === 'right' ? 'text-right' : 'text-left',
        className,
      )}
    />
  )
}

type RowProps = ComponentProps<'tr'> & {
  /** Ticked. */
  isSelected?: boolean
  /** The one whose details are shown beside the table. */
  isCurrent?: boolean
}

export function Row({ isSelected = false, isCurrent = false, className, ...row }: RowProps) {
  return (
    <tr
      {...row}
      {...(isCurrent ? { 'aria-current': true } : {})}
      className={classNames(
        isSelected ? 'bg-bamboo-wash' : 'hovered:bg-well',
        isCurrent && '[&>td:first-child]:shadow-[inset_3px_0_var(--bamboo)]',
        className,
      )}
    />
  )
}

export function Cell({ align = 'left', className, ...cell }: Omit<ComponentProps<'td'>, 'align'> & AlignProps) {
  return (
    <td
      {...cell}
      className={classNames('h-11.5 border-b border-line px-2', align === 'right' && 'text-right', className)}
    />
  )
}
