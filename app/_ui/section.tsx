import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type SectionProps = {
  /** Stands in the margin; on phones above the matter. */
  title: string
  /** A quiet line under the title. */
  note?: ReactNode
  /** A TextLink of tone `quiet`. */
  link?: ReactNode
  /** `narrow` has a margin of 88 px, for columns inside a page. */
  margin?: 'normal' | 'narrow'
  /** The distance to what is above, drawn by this section. */
  gap?: 'normal' | 'small' | 'none'
  id?: string
  children: ReactNode
  className?: string
}

/** A section of a book: rule on top, label in the margin, matter beside it. */
export function Section({
  title,
  note,
  link,
  margin = 'normal',
  gap = 'normal',
  id,
  children,
  className,
}: SectionProps) {
  return (
    <section
      {...(id === undefined ? {} : { id })}
      className={classNames(
        'border-t border-line-2 pt-5 phone:pt-3.5 desk:grid desk:gap-x-6',
        margin === 'normal' ? 'desk:grid-cols-[8.5rem_minmax(0,1fr)]' : 'desk:grid-cols-[5.5rem_minmax(0,1fr)]',
        gap === 'normal' && 'mt-14 phone:mt-9',
        gap === 'small' && 'mt-10 phone:mt-9',
        className,
      )}
    >
      <header className="phone:mb-3 phone:flex phone:items-baseline phone:gap-3">
        <h2 className="font-song text-[1.125rem] leading-7 font-semibold">{title}</h2>
        {note !== undefined && <p className="text-meta text-ink-3 desk:mt-1">{note}</p>}
        {link !== undefined && <p className="text-meta phone:ml-auto">{link}</p>}
      </header>
      <div className="min-w-0">{children}</div>
    </section>
  )
}
