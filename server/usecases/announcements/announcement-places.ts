import { WHOLE_CITY_ID, type AnnouncementPlace } from '#core/contract/announcements.ts'
import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { holds, type Actor } from '#core/domain/policy/actor.ts'
import { requirePerson, type PersonActor } from '../require-person.ts'
import type { AnnouncementDeps } from './announcement-door.ts'
import type { PlaceRow } from './ports.ts'

type PlaceDeps = Pick<AnnouncementDeps, 'announcements' | 'people'>
type Named = AnnouncementPlace & { name: string }

const CITY = { kind: 'city', id: WHOLE_CITY_ID } as const

const SPEAKING = [
  ['district-admin', 'district'],
  ['school-admin', 'school'],
  ['master', 'studio'],
] as const

/** Of what the actor speaks for beside the city, the ids: as the rules of the policy see it. */
const spokenFor = ({ grants }: PersonActor, kind: 'district' | 'school' | 'studio'): string[] =>
  grants
    .filter(({ role, scope }) => SPEAKING.some(([speaker, of]) => of === kind && speaker === role && scope === kind))
    .map(({ scopeId }) => scopeId)

/** Ids of the senders in whose name the actor may write. */
export function sendersOf(actor: Actor): string[] {
  if (actor.kind !== 'person') return []
  const scoped = (['district', 'school', 'studio'] as const).flatMap((kind) => spokenFor(actor, kind))
  return holds(actor, 'office') ? [WHOLE_CITY_ID, ...scoped] : scoped
}

/** Whom each sender may write to: itself first, then what is below it. The same as `announcement.write` of the policy. */
export async function announcementPlaces(
  { announcements, people }: PlaceDeps,
  actor: Actor,
): Promise<HttpOutput<'announcements.places'>> {
  const person = requirePerson(actor)
  const isOffice = holds(person, 'office')
  const districts = spokenFor(person, 'district')
  const organisationIds = [...districts, ...spokenFor(person, 'school')]
  const studioIds = spokenFor(person, 'studio')
  if (!isOffice && organisationIds.length === 0 && studioIds.length === 0) return { senders: [] }
  const [me, rows] = await Promise.all([
    people.summary(person.personId),
    announcements.places({ organisationIds, studioIds, allDistricts: isOffice, schoolsBelow: districts }),
  ])
  const office = { ...CITY, name: me?.organisation ?? '' }
  const senders = rows.filter(({ id }) => organisationIds.includes(id) || studioIds.includes(id)).map(named)
  return {
    senders: [
      ...(isOffice ? [{ ...office, audiences: [office, ...rows.filter(isDistrict).map(named)] }] : []),
      ...senders.map((sender) => ({ ...sender, audiences: [sender, ...schoolsOf(sender, rows)] })),
    ],
  }
}

const isDistrict = ({ kind }: PlaceRow) => kind === 'district'
const named = ({ kind, id, name }: PlaceRow): Named => ({ kind, id, name })

const schoolsOf = ({ kind, id }: Named, rows: readonly PlaceRow[]): Named[] =>
  kind === 'district' ? rows.filter((row) => row.kind === 'school' && row.districtId === id).map(named) : []

/** The names under which it goes out. Throws `INVALID` for a place that is not there. */
export async function namePlaces(
  { announcements, people }: PlaceDeps,
  actor: Actor,
  { sender, audience }: { sender: AnnouncementPlace; audience: AnnouncementPlace },
): Promise<{ sender: Named; audience: Named; districtId: string | null }> {
  const places = [sender, audience]
  const idsOf = (isStudio: boolean) =>
    places.filter(({ kind }) => kind !== 'city' && (kind === 'studio') === isStudio).map(({ id }) => id)
  const personId = actor.kind === 'person' ? actor.personId : null
  const [me, rows] = await Promise.all([
    personId === null ? null : people.summary(personId),
    announcements.places({
      ...{ organisationIds: idsOf(false), studioIds: idsOf(true) },
      ...{ allDistricts: false, schoolsBelow: [] },
    }),
  ])
  const found = ({ kind, id }: AnnouncementPlace, field: string): PlaceRow => {
    if (kind === 'city' && id === WHOLE_CITY_ID) return { ...CITY, name: me?.organisation ?? '', districtId: null }
    const row = rows.find((one) => one.kind === kind && one.id === id)
    if (row === undefined) throw new AppError('INVALID', '请选发给谁。', { field })
    return row
  }
  const to = found(audience, 'input.audience')
  return { sender: named(found(sender, 'input.sender')), audience: named(to), districtId: to.districtId }
}
