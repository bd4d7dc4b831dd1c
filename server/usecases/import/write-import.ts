import { personColour } from '#core/contract/fields.ts'
import type { OrganisationRef } from '#core/domain/import/organisation-finder.ts'
import type { ImportPlan, PlannedGrant, PlannedRow } from '#core/domain/import/plan-import.ts'
import { SYSTEM } from '#core/domain/policy/actor.ts'
import { rolesGivenByList } from '#core/domain/policy/imported-roles.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import type { Ids } from '../ports.ts'
import { checkFile } from './check-file.ts'
import type { ChangedPerson, ImportBatches, ImportedPerson, ImportTransactions, ImportWrites } from './ports.ts'

export interface WriteImportDeps {
  batches: ImportBatches
  transactions: ImportTransactions
  ids: Ids
}

/** A progress that moves several times a second, and statements that are not felt by others. */
const CHUNK_ROWS = 1_000
const PERSON_COLOURS = 6

/**
 * Writes a confirmed batch: all of it in one transaction, or nothing. Safe to be called twice or again after a kill. A
 * city that has changed since the check so that something else would be written leaves the batch checked, `outdated`.
 */
export async function writeImport({ batches, transactions, ids }: WriteImportDeps, batchId: string): Promise<void> {
  await transactions.run(async (writes) => {
    await writes.waitForTurn()
    const batch = await writes.batch(batchId)
    if (batch?.state !== 'writing') return
    const lines = await writes.lines(batchId)
    const { plan, checked } = await checkFile(writes, lines, { roles: rolesGivenByList(SYSTEM) })
    if (checked.planHash !== batch.planHash) {
      await writes.move(batchId, { from: 'writing', to: 'checked', problem: 'outdated' })
      return
    }
    await writePlan(writes, plan, {
      ...{ batchId, ids },
      show: (doneRows) => batches.showProgress(batchId, { doneRows }),
    })
    await writes.move(batchId, { from: 'writing', to: 'written', problem: null })
    const { schools, new: added, changed } = checked.counts
    const after = { schools: String(schools), new: String(added), changed: String(changed) }
    await writes.audit.write(
      auditEntry(SYSTEM, { action: 'import.written', subject: `import:${batchId}`, before: null, after }),
    )
  })
}

interface WritePlanOptions {
  batchId: string
  ids: Ids
  show: (doneRows: number) => Promise<void>
}

async function writePlan(writes: ImportWrites, plan: ImportPlan, { batchId, ids, show }: WritePlanOptions) {
  const schoolIds = new Map(plan.newSchools.map(({ key }) => [key, ids.next()]))
  const idOf = (at: OrganisationRef): string => {
    const id = at.kind === 'known' ? at.id : schoolIds.get(at.key)
    if (id === undefined) throw new Error('a row of a school that nobody planned')
    return id
  }
  await show(0)
  const schools = plan.newSchools.map((school) => ({
    ...{ id: idOf(school), parentId: school.parentId, kind: 'school' as const },
    ...{ name: school.name, shortName: school.name },
  }))
  for (const some of chunks(schools)) await writes.addOrganisations(batchId, some)
  let colour = await writes.countPeople()
  let doneRows = 0
  for (const rows of chunks(plan.rows.filter(({ kind }) => kind === 'new' || kind === 'changed'))) {
    const added = rows.flatMap((row) => (row.kind === 'new' ? [toPerson(row, { ids, idOf, colour: colour++ })] : []))
    if (added.length > 0) await writes.addPeople(batchId, added)
    const changed = rows.flatMap((row) => (row.kind === 'changed' ? [toChange(row, { ids, idOf })] : []))
    if (changed.length > 0) await writes.changePeople(batchId, changed)
    doneRows += rows.length
    await show(doneRows)
  }
  await writes.learn()
}

interface RowOptions {
  ids: Ids
  idOf: (at: OrganisationRef) => string
}

function toPerson(
  { number, line, at, grant }: Extract<PlannedRow, { kind: 'new' }>,
  { ids, idOf, colour }: RowOptions & { colour: number },
): ImportedPerson {
  const { username, name, stage, subject, post } = line
  const organisationId = idOf(at)
  return {
    ...{ number, username, name, stage, subject, post, organisationId },
    ...{ personId: ids.next(), userId: ids.next(), accountId: ids.next(), grantId: ids.next() },
    colour: personColour.parse((colour % PERSON_COLOURS) + 1),
    ...given(grant, organisationId),
  }
}

function toChange(
  { number, personId, before, at, set, grant }: Extract<PlannedRow, { kind: 'changed' }>,
  { ids, idOf }: RowOptions,
): ChangedPerson {
  const organisationId = at === null ? null : idOf(at)
  return {
    ...{ number, personId, before },
    after: { organisationId, ...set },
    grant: grant === null ? null : { id: ids.next(), ...given(grant, organisationId ?? before.organisationId) },
  }
}

const given = ({ role, scope, scopeId }: PlannedGrant, organisationId: string) => ({
  ...{ role, scope },
  scopeId: scopeId ?? organisationId,
})

function* chunks<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += CHUNK_ROWS) yield items.slice(start, start + CHUNK_ROWS)
}
