import { Link } from './link.tsx'
import type { ReactNode } from 'react'

type DottedLeaderRowProps = {
  href: string
  /** Song, as in a table of contents. */
  title: string
  /** A LevelTag after the title. */
  mark?: ReactNode
  /** What the dots lead to. */
  value: ReactNode
  /** A quiet word at the end. */
  note?: ReactNode
}

/** A line of the directory: name, dots, where it belongs. Put it into an `li`. */
export function DottedLeaderRow({ href, title, mark, value, note }: DottedLeaderRowProps) {
  return (
    <Link
      href={href}
      className="group flex items-baseline gap-2.5 py-[7px] max-[22rem]:flex-wrap break-inside-avoid hovered:text-bamboo phone:py-2"
    >
      <strong className="min-w-[3.2em] font-song text-[1.125rem] leading-7 font-semibold">{title}</strong>
      {mark}
      <span
        aria-hidden
        className="h-1 min-w-4 flex-1 bg-[radial-gradient(circle,var(--ink-4)_1px,transparent_1.2px)] bg-size-[7px_4px] bg-repeat-x"
      />
      <span>{value}</span>
      {note !== undefined && <span className="min-w-[3.2em] text-ink-3">{note}</span>}
    </Link>
  )
}
