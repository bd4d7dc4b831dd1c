import { Link } from './link.tsx'
import { classNames } from './class-names.ts'

type FilterLinksProps = {
  label: string
  choices: readonly { label: string; href: string; isChosen: boolean }[]
  /** In one line, also on large screens: above what is filtered. */
  isRow?: boolean
}

/** One filter of a list: each choice is an address of its own. A column beside the list, on phones lines above it. */
export function FilterLinks({ label, choices, isRow = false }: FilterLinksProps) {
  return (
    <nav aria-label={label}>
      <p className={classNames('text-meta text-ink-3 phone:sr-only', isRow && 'sr-only')}>{label}</p>
      <ul className={classNames('phone:flex phone:flex-wrap phone:gap-x-4', isRow && 'flex flex-wrap gap-x-4')}>
        {choices.map(({ label: word, href, isChosen }) => (
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
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
