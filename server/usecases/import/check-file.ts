import { createHash } from 'node:crypto'
import type { ImportedRole, ImportLine } from '#core/contract/imports.ts'
import { planImport, type ImportPlan, type PlannedRow } from '#core/domain/import/plan-import.ts'
import type { CheckedFile, CheckedRow, ImportReads } from './ports.ts'

const SHOWN_SCHOOLS_MAX = 60

export interface FileCheck {
  plan: ImportPlan
  checked: CheckedFile
  rows: CheckedRow[]
}

/** What these lines would do to the city as it is now. Writes nothing. */
export async function checkFile(
  reads: Pick<ImportReads, 'world'>,
  lines: readonly ImportLine[],
  { roles }: { roles: readonly ImportedRole[] },
): Promise<FileCheck> {
  const usernames = [...new Set(lines.map(({ cells }) => cells.username ?? ''))]
  const plan = planImport(lines, { world: await reads.world(usernames), roles })
  const count = (kind: PlannedRow['kind']) => plan.rows.filter((row) => row.kind === kind).length
  const counts = {
    rows: lines.length,
    schools: plan.newSchools.length,
    new: count('new'),
    changed: count('changed'),
    same: count('same'),
    faulty: count('faulty'),
  }
  const newSchools = plan.newSchools
    .slice(0, SHOWN_SCHOOLS_MAX)
    .map(({ name, parentName }) => ({ name, parent: parentName }))
  return {
    plan,
    checked: { planHash: hashOf(plan), counts, newSchools },
    rows: plan.rows.map((row, index) => toCheckedRow(row, lines[index])),
  }
}

/** The same plan has the same hash: what was confirmed is what is written, or nothing is. */
const hashOf = (plan: ImportPlan) => createHash('sha256').update(JSON.stringify(plan)).digest('base64url')

function toCheckedRow(row: PlannedRow, line: ImportLine | undefined): CheckedRow {
  return {
    number: row.number,
    kind: row.kind,
    cells: line?.cells ?? {},
    organisation: row.organisation,
    faults: row.kind === 'faulty' ? row.faults : [],
    changes: row.kind === 'changed' ? row.changes : [],
    personId: row.kind === 'changed' ? row.personId : null,
  }
}
