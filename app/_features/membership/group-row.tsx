import type { ReactNode } from 'react'
import type { PersonCard } from '#core/contract/activity.ts'
import { Avatar } from '#app/_ui/avatar.tsx'

type GroupRowProps = {
  person: PersonCard
  /** Under the name and school. */
  note?: ReactNode
  /** At the end of the line. */
  children?: ReactNode
}

/** One person of a group: who, from where, and what stands about them. */
export function GroupRow({ person, note, children }: GroupRowProps) {
  return (
    <li className="flex items-center gap-3 border-b border-line py-2.5 phone:items-start">
      <Avatar name={person.name} />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-baseline gap-x-3">
          <b className="font-medium">{person.name}</b>
          <span className="text-meta text-ink-3">
            {person.district === null ? person.organisation : `${person.organisation}·${person.district}`}
          </span>
        </span>
        {note !== undefined && <span className="block text-meta text-ink-2">{note}</span>}
      </span>
      <span className="flex items-center gap-4 phone:flex-col phone:items-end phone:gap-1">{children}</span>
    </li>
  )
}
