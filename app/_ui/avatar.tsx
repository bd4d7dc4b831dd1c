import { classNames } from './class-names.ts'

export const PERSON_COLOURS = [1, 2, 3, 4, 5, 6] as const
export type PersonColour = (typeof PERSON_COLOURS)[number]

export type AvatarSize = 'small' | 'normal' | 'large' | 'huge'

type AvatarProps = {
  /** The whole name; its first character is drawn. */
  name: string
  size?: AvatarSize
  /** The person's colour in this room or document. It marks who, never a state. */
  colour?: PersonColour
  /** Address of a portrait of the same origin. */
  portraitUrl?: string | undefined
  /** Set when the name does not stand beside it. */
  isNamed?: boolean
  className?: string
}

const SIZES: Record<AvatarSize, string> = {
  small: 'size-6 text-[11px]',
  normal: 'size-8 text-[13px]',
  large: 'size-12 text-[19px]',
  huge: 'size-18 text-[28px]',
}

const RINGS: Record<PersonColour, string> = {
  1: 'text-person-1',
  2: 'text-person-2',
  3: 'text-person-3',
  4: 'text-person-4',
  5: 'text-person-5',
  6: 'text-person-6',
}

/** A name, not a face: one character in a circle, ringed in the person's colour. */
export function Avatar({ name, size = 'normal', colour, portraitUrl, isNamed = false, className }: AvatarProps) {
  const meaning = isNamed ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true }
  return (
    <span
      {...meaning}
      className={classNames(
        'inline-grid shrink-0 place-items-center overflow-hidden rounded-full bg-well font-song leading-none font-semibold',
        SIZES[size],
        colour === undefined ? 'text-ink-2' : `${RINGS[colour]} shadow-[inset_0_0_0_1.5px_currentColor]`,
        className,
      )}
    >
      {portraitUrl === undefined ? (
        Array.from(name)[0]
      ) : (
        // Portraits are small and already cut to size by the server.
        // eslint-disable-next-line @next/next/no-img-element
        <img src={portraitUrl} alt="" className="size-full object-cover" />
      )}
    </span>
  )
}

type AvatarStackProps = {
  people: readonly { id: string; name: string; colour?: PersonColour }[]
  /** Read aloud instead of the circles: 荆文涛、于欣然、毕晓雯. */
  label: string
}

/** Overlapping circles of those who are here. */
export function AvatarStack({ people, label }: AvatarStackProps) {
  return (
    <span role="img" aria-label={label} className="flex pl-1.5">
      {people.map((person) => (
        <span key={person.id} className="-ml-1.5 flex rounded-full bg-sheet shadow-[0_0_0_2px_var(--paper)]">
          <Avatar
            name={person.name}
            className="bg-sheet"
            {...(person.colour === undefined ? {} : { colour: person.colour })}
          />
        </span>
      ))}
    </span>
  )
}
