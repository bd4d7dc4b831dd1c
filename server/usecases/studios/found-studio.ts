import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import type { People } from '../people/ports.ts'
import type { Ids } from '../ports.ts'
import type { Transactions } from '../ports/transactions.ts'
import { openAndTell } from './open-and-tell.ts'

/** The office opens a studio by its own decision; most are opened by an application (usecases/applications). */
export async function foundStudio(
  { people, transactions, ids }: { people: People; transactions: Transactions; ids: Ids },
  actor: Actor,
  studio: HttpParsedInput<'studio.open'>,
): Promise<HttpOutput<'studio.open'>> {
  assertCan(actor, 'city.open-studio', { kind: 'city' })
  const [school, master] = await Promise.all([people.organisation(studio.schoolId), people.summary(studio.masterId)])
  if (school === null) throw new AppError('INVALID', '请选所在学校。', { field: 'schoolId' })
  if (master === null) throw new AppError('INVALID', '请选主持人。', { field: 'masterId' })
  return transactions.run((writes) => openAndTell(writes, actor, { studio, ids }))
}
