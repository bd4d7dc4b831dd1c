import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** The strip of a session that has not been: grey strokes around one green. */
const STROKES_PX = [44, 60, 52, 72, 48, 64, 96, 56, 68, 50, 62, 46, 54] as const
const GREEN_INDEX = 6

type EmptyProps = {
  /** One sentence. */
  title: string
  /** What will stand here, and how. */
  children: ReactNode
  /** One action, perhaps a quiet second. */
  actions?: ReactNode
  /** `page` in the middle of a page; `part` inside a section, without the drawing. */
  size?: 'page' | 'part'
  headingLevel?: 1 | 2 | 3
}

/** Nothing here yet: one sentence, one action. */
export function Empty({ title, children, actions, size = 'page', headingLevel = size === 'page' ? 1 : 3 }: EmptyProps) {
  const Heading = `h${headingLevel}` as const
  if (size === 'part') {
    return (
      <div className="py-2">
        <Heading className="font-song text-read font-semibold">{title}</Heading>
        <p className="text-ink-3">{children}</p>
        {actions !== undefined && <div className="mt-3 flex flex-wrap gap-3">{actions}</div>}
      </div>
    )
  }
  return (
    <div className="px-6 pt-42 text-center phone:pt-24">
      <div aria-hidden className="flex h-24 items-end justify-center gap-2.5">
        {STROKES_PX.map((height, index) => (
          <span
            key={index}
            className={classNames('w-[5px]', index === GREEN_INDEX ? 'bg-bamboo' : 'bg-line-2')}
            style={{ height }}
          />
        ))}
      </div>
      <Heading className="mt-7 mb-1 font-song text-[1.75rem] leading-10.5 font-semibold">{title}</Heading>
      <p className="mx-auto max-w-140 text-body text-ink-2">{children}</p>
      {actions !== undefined && (
        <div className="mt-6 flex justify-center gap-3 phone:flex-col phone:items-center">{actions}</div>
      )}
    </div>
  )
}
