import { AppError } from '#core/contract/errors.ts'
import type { HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import type { Studios } from './ports.ts'

export async function setMotto(
  { studios }: { studios: Studios },
  actor: Actor,
  { studioId, motto }: HttpParsedInput<'studio.set-motto'>,
): Promise<Record<string, never>> {
  const facts = await studios.facts(studioId)
  if (facts === null) throw new AppError('NOT_FOUND', '没有这个工作室。')
  assertCan(actor, 'studio.edit', facts.resource)
  const audit = auditEntry(actor, {
    action: 'studio.set-motto',
    subject: `studio:${studioId}`,
    before: null,
    after: { motto },
  })
  await studios.setMotto(studioId, { motto, audit })
  return {}
}
