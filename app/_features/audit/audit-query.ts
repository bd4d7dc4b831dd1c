import { z } from 'zod'
import { auditArea, type AuditArea } from '#core/contract/audit.ts'

/** What the address of the log asks for. */
export type AuditQuery = {
  area: AuditArea | undefined
  search: string
  from: string | undefined
  to: string | undefined
  cursor: string | undefined
}

const one = z.string().max(200)
const day = z.iso.date().optional().catch(undefined)
const address = z.object({
  area: auditArea.optional().catch(undefined),
  q: one
    .trim()
    .max(60)
    .regex(/^[^\p{Cc}]*$/u)
    .catch(''),
  from: day,
  to: day,
  cursor: one
    .regex(/^[A-Za-z0-9_-]+$/)
    .optional()
    .catch(undefined),
})

/** Anything that is no filter is left out. */
export function readAuditQuery(parameters: unknown): AuditQuery {
  const { q, ...rest } = address.parse(parameters)
  return { area: rest.area, from: rest.from, to: rest.to, cursor: rest.cursor, search: q }
}

export function hrefOfAudit({ area, search, from, to, cursor }: Partial<AuditQuery>): string {
  const wanted = { area, q: search === '' ? undefined : search, from, to, cursor }
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(wanted)) if (value !== undefined) parameters.set(name, value)
  const text = parameters.toString()
  return text === '' ? '/office/audit' : `/office/audit?${text}`
}
