import { personIdOf, type Actor } from '#core/domain/policy/actor.ts'
import type { AuditEntry } from '../ports.ts'

/** What an actor did, as a line of the audit log. */
export function auditEntry(actor: Actor, { action, subject, before, after }: Omit<AuditEntry, 'actorId'>): AuditEntry {
  return { actorId: personIdOf(actor), action, subject, before, after }
}
