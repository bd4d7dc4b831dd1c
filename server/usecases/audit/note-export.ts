import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { requirePerson } from '../require-person.ts'
import type { Transactions } from '../ports/transactions.ts'
import { auditEntry } from './audit-entry.ts'

/** Who takes a list along, and what it was narrowed to. */
export async function noteExport(
  { transactions }: { transactions: Transactions },
  actor: Actor,
  { list, filters }: HttpParsedInput<'export.note'>,
): Promise<HttpOutput<'export.note'>> {
  requirePerson(actor)
  const after = filters === '' ? null : { filters }
  await transactions.run(({ audit }) =>
    audit.write(auditEntry(actor, { action: 'export.make', subject: `export:${list}`, before: null, after })),
  )
  return {}
}
