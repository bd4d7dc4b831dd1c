import type { PersonCard } from '#core/contract/activity.ts'
import type { PersonSummary } from './ports.ts'

/** The address changes with the picture, so that it may be kept by browsers for ever. */
export function presentPerson({ id, name, organisation, district, colour, portraitKey }: PersonSummary): PersonCard {
  const version = portraitKey === null ? '' : (portraitKey.split('/').at(-1) ?? '')
  const portraitUrl = portraitKey === null ? null : `/api/portraits/${id}?v=${encodeURIComponent(version)}`
  return { id, name, organisation, district, colour, portraitUrl }
}
