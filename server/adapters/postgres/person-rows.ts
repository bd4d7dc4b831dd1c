import { personColour } from '#core/contract/fields.ts'
import type { PersonSummary } from '#server/usecases/people/ports.ts'
import type { Prisma } from './generated/client.ts'

export const organisationSelect = {
  id: true,
  kind: true,
  name: true,
  shortName: true,
  parent: { select: { id: true, kind: true, shortName: true } },
} as const satisfies Prisma.OrganisationSelect

type OrganisationRow = Prisma.OrganisationGetPayload<{ select: typeof organisationSelect }>

/** The district that an organisation is, or lies in; null for those of the city itself. */
export function districtOf({ id, kind, shortName, parent }: OrganisationRow): { id: string; shortName: string } | null {
  if (kind === 'district') return { id, shortName }
  return parent?.kind === 'district' ? { id: parent.id, shortName: parent.shortName } : null
}

export const personSelect = {
  id: true,
  name: true,
  colour: true,
  portraitKey: true,
  organisation: { select: organisationSelect },
} as const satisfies Prisma.PersonSelect

type PersonRow = Prisma.PersonGetPayload<{ select: typeof personSelect }>

export function toPersonSummary({ id, name, colour, portraitKey, organisation }: PersonRow): PersonSummary {
  return {
    id,
    name,
    organisation: organisation.name,
    district: districtOf(organisation)?.shortName ?? null,
    colour: personColour.parse(colour),
    portraitKey,
  }
}
