import { SYSTEM } from '#core/domain/policy/actor.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import type { ImportJobs, ImportTransactions } from './ports.ts'
import { writeImport, type WriteImportDeps } from './write-import.ts'

/** Does what the batch's state asks for; nothing where somebody else has done it. */
export async function runImport(deps: WriteImportDeps, batchId: string): Promise<void> {
  const batch = await deps.batches.batch(batchId)
  if (batch?.state === 'writing') await writeImport(deps, batchId)
  else if (batch?.state === 'taking-back') await takeBack(deps, batchId)
}

/** All that the batch made and changed, or nothing where others have used what it made: then they are named. */
async function takeBack({ transactions }: { transactions: ImportTransactions }, batchId: string): Promise<void> {
  await transactions.run(async (writes) => {
    await writes.waitForTurn()
    if ((await writes.batch(batchId))?.state !== 'taking-back') return
    const blockers = await writes.blockers(batchId)
    await writes.noteBlockers(batchId, blockers)
    if (blockers.length > 0) {
      await writes.move(batchId, { from: 'taking-back', to: 'written', problem: 'in-use' })
      return
    }
    const { keptFields } = await writes.takeBack(batchId)
    await writes.move(batchId, { from: 'taking-back', to: 'taken-back', problem: null })
    const after = { keptFields: String(keptFields) }
    await writes.audit.write(
      auditEntry(SYSTEM, { action: 'import.taken-back', subject: `import:${batchId}`, before: null, after }),
    )
  })
}

/** After the last try: the batch stands where it stood before it was ordered, and says so. */
export async function giveUpImport({ transactions }: Pick<WriteImportDeps, 'transactions'>, batchId: string) {
  await transactions.run(async (writes) => {
    await writes.move(batchId, { from: 'writing', to: 'checked', problem: 'failed' })
    await writes.move(batchId, { from: 'taking-back', to: 'written', problem: 'failed' })
  })
}

/** What a killed process had in its hands is ordered anew. */
export async function recoverImports({
  batches,
  jobs,
}: Pick<WriteImportDeps, 'batches'> & { jobs: ImportJobs }): Promise<void> {
  for (const batchId of await batches.unfinished()) await jobs.orderImport(batchId)
}
