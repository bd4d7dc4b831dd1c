import { z } from 'zod'
import { id, instant } from './fields.ts'
import { oneTimeLink } from './account.ts'
import { platformRole } from './roles.ts'

/** The largest file that is taken. */
export const IMPORT_MAX_BYTES = 8 * 1_024 * 1_024

/** What a list of people may say of each, in the order of the template. */
export const importColumn = z.enum(['name', 'username', 'organisation', 'parent', 'stage', 'subject', 'post', 'role'])
export type ImportColumn = z.infer<typeof importColumn>

/** One row's cells, cleaned. A column that the file has not is left out; an empty cell is `''`. */
export type ImportCells = Partial<Record<ImportColumn, string>>

/** `number` as the spreadsheet counts it, the header included. */
export interface ImportLine {
  number: number
  cells: ImportCells
}

const at = { column: importColumn, found: z.string() }

/** What is wrong with one cell; `faultWords` says it, and what to write instead. */
export const importFault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('missing'), ...at }),
  z.object({ kind: z.literal('too-long'), ...at, max: z.number().int() }),
  z.object({ kind: z.literal('unreadable'), ...at }),
  z.object({ kind: z.literal('bad-username'), ...at }),
  z.object({ kind: z.literal('twice'), ...at, otherRow: z.number().int() }),
  z.object({ kind: z.literal('other-name'), ...at, name: z.string() }),
  z.object({ kind: z.literal('taken'), ...at }),
  /** Not one of a closed list. */
  z.object({ kind: z.literal('unknown'), ...at, choices: z.array(z.string()) }),
  z.object({ kind: z.literal('unknown-parent'), ...at, choices: z.array(z.string()) }),
  z.object({ kind: z.literal('ambiguous'), ...at, choices: z.array(z.string()) }),
  z.object({ kind: z.literal('wrong-place'), ...at, needs: z.enum(['school', 'district']) }),
])
export type ImportFault = z.infer<typeof importFault>

export const importChange = z.object({
  field: z.enum(['organisation', 'stage', 'subject', 'post', 'role']),
  before: z.string().nullable(),
  after: z.string(),
})
export type ImportChange = z.infer<typeof importChange>

export const importRowKind = z.enum(['new', 'changed', 'same', 'faulty'])
export type ImportRowKind = z.infer<typeof importRowKind>

export const importRow = z.object({
  number: z.number().int(),
  kind: importRowKind,
  name: z.string(),
  username: z.string(),
  organisation: z.string(),
  faults: z.array(importFault),
  changes: z.array(importChange),
})
export type ImportRow = z.infer<typeof importRow>

export const importState = z.enum(['checked', 'writing', 'written', 'taking-back', 'taken-back'])
export type ImportState = z.infer<typeof importState>

/** Why a batch stands where it stood before: the city has changed since the check; the job gave up; somebody is in use. */
export const importProblem = z.enum(['outdated', 'failed', 'in-use'])
export type ImportProblem = z.infer<typeof importProblem>

export const importCounts = z.object({
  rows: z.number().int(),
  schools: z.number().int(),
  new: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  faulty: z.number().int(),
})
export type ImportCounts = z.infer<typeof importCounts>

export const importUse = z.enum(['signed-in', 'studio', 'title', 'activity', 'later-import', 'people', 'organisations'])
export type ImportUse = z.infer<typeof importUse>

/** What the batch made and others have used since: it stops the taking back. */
export const importBlocker = z.object({ name: z.string(), organisation: z.string(), uses: z.array(importUse) })
export type ImportBlocker = z.infer<typeof importBlocker>

export const importCard = z.object({
  id,
  fileName: z.string(),
  state: importState,
  counts: importCounts,
  uploadedBy: z.string(),
  uploadedAt: instant,
})
export type ImportCard = z.infer<typeof importCard>

export const importDetail = importCard.extend({
  problem: importProblem.nullable(),
  /** Of the rows to be written or taken back, while that runs. */
  doneRows: z.number().int(),
  ignoredColumns: z.array(z.string()),
  /** The first of the schools that are new. */
  newSchools: z.array(z.object({ name: z.string(), parent: z.string() })),
  blockers: z.array(importBlocker),
  blockerCount: z.number().int(),
  /** Fields that somebody else has changed since, and that were left so by the taking back. */
  keptFields: z.number().int(),
})
export type ImportDetail = z.infer<typeof importDetail>

/** People of one organisation who have not chosen a password yet. */
export const waitingOrganisation = z.object({ id, name: z.string(), waiting: z.number().int() })
export type WaitingOrganisation = z.infer<typeof waitingOrganisation>

export const passwordSlip = z.object({
  name: z.string(),
  organisation: z.string(),
  username: z.string(),
  link: oneTimeLink,
})
export type PasswordSlip = z.infer<typeof passwordSlip>

/** Roles that stand in lists. Whoever runs the city is added one by one. */
export const importedRole = platformRole.extract(['teacher', 'school-admin', 'district-admin', 'expert', 'reviewer'])
export type ImportedRole = z.infer<typeof importedRole>
