import { z } from 'zod'
import { studioFilter, type StudioFilter } from '#core/contract/studio-filter.ts'

/** What the address of the directory asks for. */
export type StudioQuery = StudioFilter & { search: string; cursor?: string | undefined }

/** As they stand in an address, in this order. */
const NAMES = { kind: 'kind', level: 'level', districtId: 'district', stage: 'stage', subject: 'subject' } as const
const FILTERS = ['kind', 'level', 'districtId', 'stage', 'subject'] as const satisfies (keyof StudioFilter)[]

const one = z.string().max(200)
const { shape } = studioFilter
const address = z.object({
  kind: shape.kind.catch(undefined),
  level: shape.level.catch(undefined),
  district: shape.districtId.catch(undefined),
  stage: shape.stage.catch(undefined),
  subject: shape.subject.catch(undefined),
  q: one.trim().max(60).catch(''),
  cursor: one.optional().catch(undefined),
})

/** Anything that is no filter is left out. */
export function readStudioQuery(parameters: unknown): StudioQuery {
  const { district, q, ...query } = address.parse(parameters)
  return { ...query, districtId: district, search: q }
}

/** The chosen filters with their names in the address: what a form that keeps them sends along. */
export const filterFields = (query: StudioFilter): [name: string, value: string][] =>
  FILTERS.flatMap((filter) => {
    const value = query[filter]
    return value === undefined ? [] : [[NAMES[filter], value] satisfies [string, string]]
  })

export function hrefOfStudios({ search, cursor, ...filter }: Partial<StudioQuery>): string {
  const parameters = new URLSearchParams(filterFields(filter))
  if (search !== undefined && search !== '') parameters.set('q', search)
  if (cursor !== undefined) parameters.set('cursor', cursor)
  const text = parameters.toString()
  return text === '' ? '/studios' : `/studios?${text}`
}
