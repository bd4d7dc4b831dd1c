import { AppError } from '#core/contract/errors.ts'
import { IMPORT_MAX_BYTES } from '#core/contract/imports.ts'
import { readLines, IMPORT_MAX_ROWS } from '#core/domain/import/columns.ts'
import { personIdOf, type Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { rolesGivenByList } from '#core/domain/policy/imported-roles.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import type { Clock, Ids } from '../ports.ts'
import { checkFile } from './check-file.ts'
import type { ImportBatches, ImportTransactions, TableReader } from './ports.ts'

export interface UploadImportDeps {
  batches: ImportBatches
  transactions: ImportTransactions
  tables: TableReader
  clock: Clock
  ids: Ids
}

const FILE_NAME_MAX_CHARS = 120

export const tooLarge = () =>
  new AppError('QUOTA', '文件不能超过 8 MB。请只留需要的几列，或者分成几个。', { field: 'file' })

/**
 * Reads a file and checks every row of it against the city. Nothing is written but the batch itself. `read` is called
 * only for who may; null: too large.
 */
export async function uploadImport(
  deps: UploadImportDeps,
  actor: Actor,
  { fileName, read }: { fileName: string; read: () => Promise<Uint8Array | null> },
): Promise<{ batchId: string }> {
  assertCan(actor, 'city.manage-people', { kind: 'city' })
  const bytes = await read()
  if (bytes === null || bytes.byteLength > IMPORT_MAX_BYTES) throw tooLarge()
  const { lines, ignoredColumns } = readLines(await deps.tables.read(bytes, { maxRows: IMPORT_MAX_ROWS }))
  const { checked, rows } = await checkFile(deps.batches, lines, { roles: rolesGivenByList(actor) })
  const batch = {
    id: deps.ids.next(),
    fileName: shownName(fileName),
    uploadedById: personIdOf(actor),
    uploadedByName: actor.kind === 'person' ? actor.name : '',
    uploadedAtEpochMs: deps.clock.nowEpochMs(),
    ignoredColumns,
  }
  await deps.transactions.run(async (writes) => {
    await writes.create(batch, checked, rows)
    const after = { fileName: batch.fileName, rows: String(lines.length) }
    await writes.audit.write(
      auditEntry(actor, { action: 'import.upload', subject: `import:${batch.id}`, before: null, after }),
    )
  })
  return { batchId: batch.id }
}

/** Only shown; no file is ever called so here. */
const shownName = (name: string) =>
  name
    .toWellFormed()
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
    .slice(0, FILE_NAME_MAX_CHARS) || '未命名'
