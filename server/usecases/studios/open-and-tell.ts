import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import type { Ids } from '../ports.ts'
import type { CityWrites } from '../ports/transactions.ts'
import { openStudio } from './open-studio.ts'

/** Opens a studio within a transaction, with its line in the audit log; its master is told. */
export async function openAndTell(
  { audit, notifications, ...writes }: CityWrites,
  actor: Actor,
  { studio: { schoolId, ...studio }, ids }: { studio: HttpParsedInput<'studio.open'>; ids: Ids },
): Promise<HttpOutput<'studio.open'>> {
  const opening = { ...studio, hostSchoolId: schoolId, motto: '', openedYear: null, batch: '' }
  const opened = await openStudio({ ...writes, ids }, actor, opening)
  const subject = `studio:${opened.studioId}`
  const { name, level, masterId } = studio
  const after = { name, level, masterId, schoolId }
  await audit.write(auditEntry(actor, { action: 'studio.open', subject, before: null, after }))
  const params = { studioId: opened.studioId, studioName: name }
  await notifications.add([{ personId: masterId, kind: 'studio.opened', params }])
  return opened
}
