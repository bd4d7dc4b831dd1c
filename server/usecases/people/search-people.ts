import { z } from 'zod'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { cutPage, decodeCursor } from '../cursor.ts'
import { requirePerson } from '../require-person.ts'
import type { People } from './ports.ts'
import { presentPerson } from './present-person.ts'

const position = z.tuple([z.string(), z.string()])

export async function searchPeople(
  { people }: { people: People },
  actor: Actor,
  { query, cursor, limit }: HttpParsedInput<'people.search'>,
): Promise<HttpOutput<'people.search'>> {
  requirePerson(actor)
  const after = cursor === undefined ? undefined : decodeCursor(cursor, position)
  const found = await people.search(query, { after, limit: limit + 1 })
  const { rows, nextCursor } = cutPage(found, { limit, positionOf: ({ name, id }) => [name, id] })
  return { people: rows.map(presentPerson), nextCursor }
}
