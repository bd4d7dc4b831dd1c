import { z } from 'zod'
import { schoolStage, schoolSubject, type SchoolStage, type SchoolSubject } from '#core/contract/schooling.ts'
import { activityKind, type ActivityKind } from '#core/contract/activity.ts'

export const LISTED_STATES = ['live', 'published', 'ended'] as const
type ListedState = (typeof LISTED_STATES)[number]

/** What the address of the list asks for. */
export type ActivityQuery = {
  state: ListedState | undefined
  kind: ActivityKind | undefined
  subject: SchoolSubject | undefined
  stage: SchoolStage | undefined
  search: string
  cursor: string | undefined
}

const one = z.string().max(200)
const address = z.object({
  state: z.enum(LISTED_STATES).optional().catch(undefined),
  kind: activityKind.optional().catch(undefined),
  subject: schoolSubject.optional().catch(undefined),
  stage: schoolStage.optional().catch(undefined),
  q: one.trim().max(60).catch(''),
  cursor: one.optional().catch(undefined),
})

/** Anything that is no filter is left out: an address typed by hand still shows the list. */
export function readActivityQuery(parameters: unknown): ActivityQuery {
  const { q, ...rest } = address.parse(parameters)
  const { state, kind, subject, stage, cursor } = rest
  return { state, kind, subject, stage, cursor, search: q }
}

/** The address of the list with these filters, from its beginning. */
export function hrefOfActivities({ state, kind, subject, stage, search, cursor }: Partial<ActivityQuery>): string {
  const parameters = new URLSearchParams()
  if (state !== undefined) parameters.set('state', state)
  if (kind !== undefined) parameters.set('kind', kind)
  if (subject !== undefined) parameters.set('subject', subject)
  if (stage !== undefined) parameters.set('stage', stage)
  if (search !== undefined && search !== '') parameters.set('q', search)
  if (cursor !== undefined) parameters.set('cursor', cursor)
  const text = parameters.toString()
  return text === '' ? '/activities' : `/activities?${text}`
}
