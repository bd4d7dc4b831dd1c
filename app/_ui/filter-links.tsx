import { Link } from './link.tsx'
import { classNames } from './class-names.ts'

type FilterLinksProps = {
  label: string
  /** `count`: how many the choice leads to. */
  choices: readonly { label: string; href: string; isChosen: boolean; count?: number }[]
  /** In one line, also on large screens: above what is filtered. */
  isRow?: boolean
}

/** One filter of a list: each choice is an address of its own. A column beside the list, on phones lines above it. */
export function FilterLinks({ label, choices, isRow = false }: FilterLinksProps) {
  return (
    <nav aria-label={label}>
      <p className={classNames('text-meta text-ink-3 phone:sr-only', isRow && 'sr-only')}>{label}</p>
      <ul className={classNames('phone:flex phone:flex-wrap phone:gap-x-4', isRow && 'flex flex-wrap gap-x-4')}>
        {choices.map(({ label: word, href, isChosen, count }) => (
          <li key={href}>
            <Link
              href={href}
              {...(isChosen ? { 'aria-current': 'true' as const } : {})}
              className={classNames(
                'block py-[5px] hovered:text-ink phone:py-2.5',
                isChosen ? 'font-semibold text-ink' : 'text-ink-2',
              )}
            >
              {word}
              {count !== undefined && <span className="pl-1.5 text-meta font-normal text-ink-3">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
