import { z } from 'zod'
import { resourceFilter, resourceShow, type ResourceFilter, type ResourceShow } from '#core/contract/resources.ts'

/** What the address of the library asks for. */
export type ResourceQuery = ResourceFilter & { show: ResourceShow; search: string; cursor?: string | undefined }

const FILTERS = ['kind', 'shape', 'stage', 'subject'] as const satisfies (keyof ResourceFilter)[]

const one = z.string().max(400)
const { shape } = resourceFilter
const address = z.object({
  show: resourceShow.catch('published'),
  kind: shape.kind.catch(undefined),
  shape: shape.shape.catch(undefined),
  stage: shape.stage.catch(undefined),
  subject: shape.subject.catch(undefined),
  studio: shape.studioId.catch(undefined),
  q: one.trim().max(60).catch(''),
  cursor: one.optional().catch(undefined),
})

/** Anything that is no filter is left out. */
export function readResourceQuery(parameters: unknown): ResourceQuery {
  const { studio, q, ...query } = address.parse(parameters)
  return { ...query, studioId: studio, search: q }
}

/** The chosen filters with their names in the address: what a form that keeps them sends along. */
export function filterFields({ show, studioId, ...query }: Partial<ResourceQuery>): [name: string, value: string][] {
  const chosen = FILTERS.flatMap((filter) => {
    const value = query[filter]
    return value === undefined ? [] : [[filter, value] satisfies [string, string]]
  })
  return [
    ...(show === undefined || show === 'published' ? [] : [['show', show] satisfies [string, string]]),
    ...chosen,
    ...(studioId === undefined ? [] : [['studio', studioId] satisfies [string, string]]),
  ]
}

export function hrefOfResources({ search, cursor, ...filter }: Partial<ResourceQuery>): string {
  const parameters = new URLSearchParams(filterFields(filter))
  if (search !== undefined && search !== '') parameters.set('q', search)
  if (cursor !== undefined) parameters.set('cursor', cursor)
  const text = parameters.toString()
  return text === '' ? '/resources' : `/resources?${text}`
}
