import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import type { People } from '../people/ports.ts'
import type { Ids } from '../ports.ts'
import type { Transactions } from '../ports/transactions.ts'
import { openStudio } from './open-studio.ts'

/** The office opens a studio by its own decision; applications come with the office's pages. */
export async function foundStudio(
  { people, transactions, ids }: { people: People; transactions: Transactions; ids: Ids },
  actor: Actor,
  { schoolId, ...studio }: HttpParsedInput<'studio.open'>,
): Promise<HttpOutput<'studio.open'>> {
  assertCan(actor, 'city.open-studio', { kind: 'city' })
  const [school, master] = await Promise.all([people.organisation(schoolId), people.summary(studio.masterId)])
  if (school === null) throw new AppError('INVALID', '请选所在学校。', { field: 'schoolId' })
  if (master === null) throw new AppError('INVALID', '请选主持人。', { field: 'masterId' })
  return transactions.run(async ({ audit, notifications, ...writes }) => {
    const opening = { ...studio, hostSchoolId: schoolId, motto: '', openedYear: null, batch: '' }
    const opened = await openStudio({ ...writes, ids }, actor, opening)
    const subject = `studio:${opened.studioId}`
    const after = { name: studio.name, level: studio.level, masterId: studio.masterId, schoolId }
    await audit.write(auditEntry(actor, { action: 'studio.open', subject, before: null, after }))
    const params = { studioId: opened.studioId, studioName: studio.name }
    await notifications.add([{ personId: studio.masterId, kind: 'studio.opened', params }])
    return opened
  })
}
