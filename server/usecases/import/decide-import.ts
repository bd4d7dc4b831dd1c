import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { rolesGivenByList } from '#core/domain/policy/imported-roles.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import { checkFile } from './check-file.ts'
import type { ImportBatch, ImportBatches, ImportJobs, ImportTransactions } from './ports.ts'

export interface DecideImportDeps {
  batches: ImportBatches
  transactions: ImportTransactions
  jobs: ImportJobs
}

const CITY = { kind: 'city' } as const

export const movedOn = () => new AppError('CONFLICT', '这一批已经往前走了，请刷新后再看。')

/** Throws `NOT_FOUND`. For whom the policy has let in. */
export async function findBatch(batches: Pick<ImportBatches, 'batch'>, batchId: string): Promise<ImportBatch> {
  const batch = await batches.batch(batchId)
  if (batch === null) throw new AppError('NOT_FOUND', '没有这一批。')
  return batch
}

/** For when the city has changed since: a district was added, a user name was taken. */
export async function checkImportAgain(
  { batches, transactions }: DecideImportDeps,
  actor: Actor,
  { batchId }: HttpParsedInput<'import.check-again'>,
): Promise<HttpOutput<'import.check-again'>> {
  assertCan(actor, 'city.manage-people', CITY)
  await findBatch(batches, batchId)
  await transactions.run(async (writes) => {
    await writes.waitForTurn()
    if (!(await writes.move(batchId, { from: 'checked', to: 'checked', problem: null }))) throw movedOn()
    const lines = await writes.lines(batchId)
    const { checked, rows } = await checkFile(writes, lines, { roles: rolesGivenByList(actor) })
    await writes.replaceCheck(batchId, checked, rows)
  })
  return {}
}

/** From here on a job has it. */
export async function confirmImport(
  { batches, transactions, jobs }: DecideImportDeps,
  actor: Actor,
  { batchId, leavesOutFaulty }: HttpParsedInput<'import.confirm'>,
): Promise<HttpOutput<'import.confirm'>> {
  assertCan(actor, 'city.manage-people', CITY)
  const { counts, fileName } = await findBatch(batches, batchId)
  if (counts.faulty > 0 && !leavesOutFaulty) {
    throw new AppError('CONFLICT', `有 ${counts.faulty} 行要改。请改好后重新上传，或者选“略过有错的行”。`)
  }
  if (counts.new + counts.changed === 0) throw new AppError('CONFLICT', '没有要写入的行。')
  await transactions.run(async (writes) => {
    const step = { from: 'checked', to: 'writing', problem: null, leavesOutFaulty } as const
    if (!(await writes.move(batchId, step))) throw movedOn()
    const after = { fileName, new: String(counts.new), changed: String(counts.changed), faulty: String(counts.faulty) }
    await writes.audit.write(
      auditEntry(actor, { action: 'import.confirm', subject: `import:${batchId}`, before: null, after }),
    )
  })
  await jobs.orderImport(batchId)
  return {}
}

/** 撤回本批. Whether it can be is for the job to find out, which alone sees nobody else write. */
export async function takeBackImport(
  { batches, transactions, jobs }: DecideImportDeps,
  actor: Actor,
  { batchId }: HttpParsedInput<'import.take-back'>,
): Promise<HttpOutput<'import.take-back'>> {
  assertCan(actor, 'city.manage-people', CITY)
  const { fileName } = await findBatch(batches, batchId)
  await transactions.run(async (writes) => {
    if (!(await writes.move(batchId, { from: 'written', to: 'taking-back', problem: null }))) throw movedOn()
    const entry = {
      action: 'import.take-back' as const,
      subject: `import:${batchId}`,
      before: { fileName },
      after: null,
    }
    await writes.audit.write(auditEntry(actor, entry))
  })
  await jobs.orderImport(batchId)
  return {}
}
