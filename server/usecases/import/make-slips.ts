import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import { linkExpiry } from '#core/domain/identity/one-time-link.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import type { People } from '../people/ports.ts'
import type { Clock, Ids } from '../ports.ts'
import { findBatch } from './decide-import.ts'
import type { ImportBatches, ImportTransactions } from './ports.ts'

export interface MakeSlipsDeps {
  batches: ImportBatches
  transactions: ImportTransactions
  people: Pick<People, 'organisations'>
  clock: Clock
  ids: Ids
}

const CITY = { kind: 'city' } as const
const PURPOSE = 'set-password'
/** The largest school of a city, with room to spare. */
const SLIPS_MAX = 1_000

export async function listWaiting(
  { batches }: Pick<MakeSlipsDeps, 'batches'>,
  actor: Actor,
  { batchId }: HttpParsedInput<'import.waiting'>,
): Promise<HttpOutput<'import.waiting'>> {
  assertCan(actor, 'city.manage-people', CITY)
  await findBatch(batches, batchId)
  return { organisations: await batches.waiting(batchId) }
}

/** One slip for everybody of the organisation whom the batch added and who has not chosen a password. */
export async function makeSlips(
  { batches, transactions, people, clock, ids }: MakeSlipsDeps,
  actor: Actor,
  { batchId, organisationId }: HttpParsedInput<'import.make-slips'>,
): Promise<HttpOutput<'import.make-slips'>> {
  assertCan(actor, 'city.manage-people', CITY)
  if ((await findBatch(batches, batchId)).state !== 'written') throw new AppError('CONFLICT', '这一批还没有写入。')
  const organisation = (await people.organisations()).find(({ id }) => id === organisationId)
  if (organisation === undefined) throw new AppError('NOT_FOUND', '没有这个单位。')
  const expiresAtEpochMs = linkExpiry(PURPOSE, { nowEpochMs: clock.nowEpochMs() })
  const slips = await transactions.run(async (writes) => {
    const waiting = await writes.peopleWaiting(batchId, { organisationId, limit: SLIPS_MAX })
    const made = waiting.map((person) => ({ ...person, link: ids.secret() }))
    await writes.putLinks(
      made.map(({ link, personId }) => ({ link, subject: personId })),
      { purpose: PURPOSE, expiresAtEpochMs },
    )
    const after = { organisation: organisation.name, slips: String(made.length) }
    await writes.audit.write(
      auditEntry(actor, { action: 'import.make-slips', subject: `import:${batchId}`, before: null, after }),
    )
    return made.map(({ name, username, link }) => ({ name, username, link, organisation: organisation.name }))
  })
  return { slips, expiresAt: new Date(expiresAtEpochMs).toISOString() }
}
