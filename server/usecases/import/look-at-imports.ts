import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { ImportCard } from '#core/contract/imports.ts'
import { headerOf } from '#core/domain/import/columns.ts'
import { toCsv } from '#core/domain/import/csv.ts'
import { faultWords } from '#core/domain/import/fault-words.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { findBatch } from './decide-import.ts'
import type { ImportBatch, ImportBatches } from './ports.ts'

const CITY = { kind: 'city' } as const
const CSV_PAGE_ROWS = 2_000

type Deps = { batches: ImportBatches }

const toCard = ({ id, fileName, state, counts, ...batch }: ImportBatch): ImportCard => ({
  ...{ id, fileName, state, counts, uploadedBy: batch.uploadedByName },
  uploadedAt: new Date(batch.uploadedAtEpochMs).toISOString(),
})

export async function listImports(
  { batches }: Deps,
  actor: Actor,
  { cursor, limit }: HttpParsedInput<'imports.list'>,
): Promise<HttpOutput<'imports.list'>> {
  assertCan(actor, 'city.manage-people', CITY)
  // One more than asked for: then there is a next page.
  const found = await batches.list({ before: cursor ?? null, limit: limit + 1 })
  const items = found.slice(0, limit).map(toCard)
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null }
}

export async function getImport(
  { batches }: Deps,
  actor: Actor,
  { batchId }: HttpParsedInput<'import.get'>,
): Promise<HttpOutput<'import.get'>> {
  assertCan(actor, 'city.manage-people', CITY)
  const batch = await findBatch(batches, batchId)
  const { problem, doneRows, ignoredColumns, newSchools, blockers, blockerCount, keptFields } = batch
  return {
    ...toCard(batch),
    ...{ problem, doneRows, ignoredColumns, newSchools, blockers, blockerCount, keptFields },
  }
}

export async function listImportRows(
  { batches }: Deps,
  actor: Actor,
  { batchId, kind, after, limit }: HttpParsedInput<'import.rows'>,
): Promise<HttpOutput<'import.rows'>> {
  assertCan(actor, 'city.manage-people', CITY)
  await findBatch(batches, batchId)
  const found = await batches.rows(batchId, { kind, after, limit: limit + 1 })
  const rows = found.slice(0, limit).map(({ number, cells, organisation, faults, changes, ...row }) => ({
    ...{ number, kind: row.kind, organisation, faults, changes },
    ...{ name: cells.name ?? '', username: cells.username ?? '' },
  }))
  return { rows, hasMore: found.length > limit }
}

/** Every fault as a line of CSV: row, column, what stands there, what to write instead. */
export async function faultsAsCsv({ batches }: Deps, actor: Actor, batchId: string): Promise<Uint8Array> {
  assertCan(actor, 'city.manage-people', CITY)
  await findBatch(batches, batchId)
  const lines: (string | number)[][] = [['行号', '姓名', '用户名', '列', '表里写的', '请这样改']]
  let after = 0
  for (;;) {
    const rows = await batches.rows(batchId, { kind: 'faulty', after, limit: CSV_PAGE_ROWS })
    for (const { number, cells, faults } of rows) {
      for (const fault of faults) {
        const who = [number, cells.name ?? '', cells.username ?? '']
        lines.push([...who, headerOf(fault.column), fault.found, faultWords(fault, 'zh-CN')])
      }
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < CSV_PAGE_ROWS) break
    after = last.number
  }
  return Buffer.from(toCsv(lines))
}
