import { z } from 'zod'
import { titleLevel, type TitleLevel } from '#core/contract/activity.ts'

export const STUDIO_KINDS = ['teacher', 'principal'] as const

/** What the address of the directory asks for. */
export type StudioQuery = {
  level: TitleLevel | undefined
  kind: (typeof STUDIO_KINDS)[number] | undefined
  search: string
  cursor: string | undefined
}

const one = z.string().max(200)
const address = z.object({
  level: titleLevel.optional().catch(undefined),
  kind: z.enum(STUDIO_KINDS).optional().catch(undefined),
  q: one.trim().max(60).catch(''),
  cursor: one.optional().catch(undefined),
})

/** Anything that is no filter is left out. */
export function readStudioQuery(parameters: unknown): StudioQuery {
  const { level, kind, q, cursor } = address.parse(parameters)
  return { level, kind, cursor, search: q }
}

export function hrefOfStudios({ level, kind, search, cursor }: Partial<StudioQuery>): string {
  const parameters = new URLSearchParams()
  if (level !== undefined) parameters.set('level', level)
  if (kind !== undefined) parameters.set('kind', kind)
  if (search !== undefined && search !== '') parameters.set('q', search)
  if (cursor !== undefined) parameters.set('cursor', cursor)
  const text = parameters.toString()
  return text === '' ? '/studios' : `/studios?${text}`
}
