import type { PersonCard } from '#core/contract/activity.ts'
import { Avatar } from '#app/_ui/avatar.tsx'

/** Who was found: name, school, district. */
export const PeopleFound = ({ people }: { people: readonly PersonCard[] }) => (
  <ul className="grid grid-cols-2 gap-x-14 phone:grid-cols-1">
    {people.map(({ id, name, organisation, district, colour, portraitUrl }) => (
      <li key={id} className="flex items-center gap-3 border-b border-line py-2">
        <Avatar name={name} colour={colour} portraitUrl={portraitUrl ?? undefined} />
        <strong className="font-song text-[1.0625rem] font-semibold">{name}</strong>
        <span className="ml-auto text-right text-meta text-ink-3">
          {district === null ? organisation : `${organisation}·${district}`}
        </span>
      </li>
    ))}
  </ul>
)
