import { z } from 'zod'
import type { HttpOutput, HttpParsedInput, StudioCard } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { cutPage, decodeCursor } from '../cursor.ts'
import { presentPerson } from '../people/present-person.ts'
import type { Studios, StudioSummary } from './ports.ts'

const position = z.tuple([z.string(), z.string()])

export const presentStudio = (studio: StudioSummary): StudioCard => ({
  ...studio,
  master: presentPerson(studio.master),
})

export async function listStudios(
  { studios }: { studios: Studios },
  _actor: Actor,
  { cursor, limit, ...query }: HttpParsedInput<'studios.list'>,
): Promise<HttpOutput<'studios.list'>> {
  const after = cursor === undefined ? null : decodeCursor(cursor, position)
  const found = await studios.list({ ...query, after, limit: limit + 1 })
  const { rows, nextCursor } = cutPage(found, { limit, positionOf: ({ name, id }) => [name, id] })
  return { items: rows.map(presentStudio), nextCursor }
}
