import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { requirePerson } from '../require-person.ts'
import type { People } from './ports.ts'
import { presentPerson } from './present-person.ts'

export async function searchPeople(
  { people }: { people: People },
  actor: Actor,
  { query, limit }: HttpParsedInput<'people.search'>,
): Promise<HttpOutput<'people.search'>> {
  requirePerson(actor)
  const found = await people.search(query, { limit })
  return { people: found.map(presentPerson) }
}
