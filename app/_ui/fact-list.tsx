import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type Fact = { term: string; value: ReactNode }

type FactListProps = { facts: readonly Fact[]; size?: 'normal' | 'small'; className?: string }

/** Names and values with a hairline above each: time, host, number. */
export function FactList({ facts, size = 'normal', className }: FactListProps) {
  return (
    <dl className={classNames(size === 'small' && 'text-meta', className)}>
      {facts.map((fact) => (
        <div
          key={fact.term}
          className={classNames(
            'grid border-t border-line py-2.5',
            size === 'small' ? 'grid-cols-[4.5rem_1fr]' : 'grid-cols-[3.5rem_1fr]',
          )}
        >
          <dt className="text-meta text-ink-3">{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
