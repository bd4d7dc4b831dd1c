import type { AuditLine } from '#core/contract/audit.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import type { AuditLines, AuditRecord } from './ports.ts'

const DAY_MS = 86_400_000

/** The first moment of a day of the city. */
const dayBegins = (day: string) => Date.parse(`${day}T00:00:00+08:00`)

function present({
  id,
  atEpochMs,
  action,
  actor,
  subject,
  subjectName,
  before,
  after,
  address,
}: AuditRecord): AuditLine {
  const [kind = '', subjectId = ''] = subject.split(':')
  return {
    ...{ id, action, actor, before, after, address },
    at: new Date(atEpochMs).toISOString(),
    subject: { kind, id: subjectId, name: subjectName },
  }
}

/** Who did what, and when. */
export async function listAudit(
  { auditLines }: { auditLines: AuditLines },
  actor: Actor,
  { area, search, from, to, cursor, limit }: HttpParsedInput<'audit.list'>,
): Promise<HttpOutput<'audit.list'>> {
  assertCan(actor, 'city.read-audit', { kind: 'city' })
  const found = await auditLines.list({
    ...{ area, search, after: cursor, limit: limit + 1 },
    fromEpochMs: from === undefined ? undefined : dayBegins(from),
    untilEpochMs: to === undefined ? undefined : dayBegins(to) + DAY_MS,
  })
  const items = found.slice(0, limit).map(present)
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null }
}
