import { z } from 'zod'
import {
  importBlocker,
  importChange,
  importColumn,
  importFault,
  importProblem,
  importRowKind,
  importState,
} from '#core/contract/imports.ts'
import type { CheckedFile, CheckedRow, ImportBatch } from '#server/usecases/import/ports.ts'
import type { Prisma } from './generated/client.ts'

const texts = z.array(z.string())
const schools = z.array(z.object({ name: z.string(), parent: z.string() }))
const cells = z.partialRecord(importColumn, z.string())

export const batchSelect = {
  ...{ id: true, fileName: true, uploadedByName: true, uploadedAt: true, state: true, problem: true, planHash: true },
  ...{ rowCount: true, schoolCount: true, newCount: true, changedCount: true, sameCount: true, faultyCount: true },
  ...{ leavesOutFaulty: true, doneRows: true, ignoredColumns: true, newSchools: true },
  ...{ blockers: true, blockerCount: true, keptFields: true },
} as const satisfies Prisma.ImportBatchSelect

export function toBatch(row: Prisma.ImportBatchGetPayload<{ select: typeof batchSelect }>): ImportBatch {
  const { id, fileName, uploadedByName, planHash, leavesOutFaulty, doneRows, blockerCount, keptFields } = row
  return {
    ...{ id, fileName, uploadedByName, planHash, leavesOutFaulty, doneRows, blockerCount, keptFields },
    uploadedAtEpochMs: row.uploadedAt.getTime(),
    state: importState.parse(row.state),
    problem: importProblem.nullable().parse(row.problem),
    counts: {
      ...{ rows: row.rowCount, schools: row.schoolCount, new: row.newCount },
      ...{ changed: row.changedCount, same: row.sameCount, faulty: row.faultyCount },
    },
    ignoredColumns: texts.parse(row.ignoredColumns),
    newSchools: schools.parse(row.newSchools),
    blockers: z.array(importBlocker).parse(row.blockers),
  }
}

/** A check as the batch's columns. */
export const fromCheck = ({ planHash, counts, newSchools }: CheckedFile) => ({
  ...{ planHash, newSchools, rowCount: counts.rows, schoolCount: counts.schools, newCount: counts.new },
  ...{ changedCount: counts.changed, sameCount: counts.same, faultyCount: counts.faulty },
})

export const rowSelect = {
  ...{ number: true, kind: true, cells: true, organisation: true, faults: true, changes: true, personId: true },
} as const satisfies Prisma.ImportRowSelect

export function toRow(row: Prisma.ImportRowGetPayload<{ select: typeof rowSelect }>): CheckedRow {
  const { number, organisation, personId } = row
  return {
    ...{ number, organisation, personId, kind: importRowKind.parse(row.kind), cells: parseCells(row.cells) },
    ...{ faults: z.array(importFault).parse(row.faults), changes: z.array(importChange).parse(row.changes) },
  }
}

export const parseCells = (value: unknown) => cells.parse(value)
