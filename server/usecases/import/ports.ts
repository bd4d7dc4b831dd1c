import type {
  ImportBlocker,
  ImportChange,
  ImportCells,
  ImportCounts,
  ImportFault,
  ImportLine,
  ImportProblem,
  ImportRowKind,
  ImportState,
  WaitingOrganisation,
} from '#core/contract/imports.ts'
import type { PersonColour } from '#core/contract/fields.ts'
import type { TableRow } from '#core/domain/import/columns.ts'
import type { ImportWorld, PlannedGrant } from '#core/domain/import/plan-import.ts'
import type { LinkPurpose } from '#core/domain/identity/one-time-link.ts'
import type { NewOrganisation } from '../people/ports.ts'
import type { AuditTrail } from '../ports.ts'

export interface TableReader {
  /**
   * The rows of the file's table that are not empty.
   * @throws AppError `INVALID` for what is no table, `QUOTA` for one that is too large
   */
  read(bytes: Uint8Array, limits: { maxRows: number }): Promise<TableRow[]>
}

export interface ImportTemplates {
  xlsx(): Promise<Uint8Array>
  csv(): Uint8Array
}

/** Whoever in the cluster carries out what a batch's state asks for. */
export interface ImportJobs {
  orderImport(batchId: string): Promise<void>
}

export interface ImportBatch {
  id: string
  fileName: string
  uploadedByName: string
  uploadedAtEpochMs: number
  state: ImportState
  problem: ImportProblem | null
  planHash: string
  counts: ImportCounts
  leavesOutFaulty: boolean
  doneRows: number
  ignoredColumns: string[]
  newSchools: { name: string; parent: string }[]
  blockers: ImportBlocker[]
  blockerCount: number
  keptFields: number
}

/** What a check has found of one row. */
export interface CheckedRow {
  number: number
  kind: ImportRowKind
  cells: ImportCells
  /** By its full name, where it is known. */
  organisation: string
  faults: ImportFault[]
  changes: ImportChange[]
  personId: string | null
}

/** What a check has found of a whole file. */
export type CheckedFile = Pick<ImportBatch, 'planHash' | 'counts' | 'newSchools'>

export type NewBatch = Pick<
  ImportBatch,
  'id' | 'fileName' | 'uploadedByName' | 'uploadedAtEpochMs' | 'ignoredColumns'
> & {
  uploadedById: string | null
}

export interface ImportReads {
  batch(batchId: string): Promise<ImportBatch | null>
  /** By row number. */
  lines(batchId: string): Promise<ImportLine[]>
  /** Of the city, what these user names are compared with. */
  world(usernames: readonly string[]): Promise<ImportWorld>
}

export interface ImportBatches extends ImportReads {
  /** Newest first; `before` is an id. */
  list(page: { before: string | null; limit: number }): Promise<ImportBatch[]>
  rows(batchId: string, asked: { kind: ImportRowKind; after: number; limit: number }): Promise<CheckedRow[]>
  /** In the hands of a job, or of one that was killed. */
  unfinished(): Promise<string[]>
  /** Seen by everybody at once, whatever transaction writes the rows. */
  showProgress(batchId: string, progress: { doneRows: number }): Promise<void>
  waiting(batchId: string): Promise<WaitingOrganisation[]>
}

export interface ImportedPerson {
  number: number
  personId: string
  userId: string
  accountId: string
  grantId: string
  username: string
  name: string
  organisationId: string
  stage: string | null
  subject: string | null
  post: string | null
  colour: PersonColour
  role: PlannedGrant['role']
  scope: PlannedGrant['scope']
  scopeId: string
}

type Details = { organisationId: string | null; stage: string | null; subject: string | null; post: string | null }

export interface ChangedPerson {
  number: number
  personId: string
  before: Details
  /** Null: not changed. */
  after: Details
  grant: { id: string; role: PlannedGrant['role']; scope: PlannedGrant['scope']; scopeId: string } | null
}

export interface WaitingPerson {
  personId: string
  name: string
  username: string
}

/** What is written about batches within one transaction. No method asks the database once per row. */
export interface ImportWrites extends ImportReads {
  audit: AuditTrail
  /** Everybody else who writes a list waits here until this transaction ends. */
  waitForTurn(): Promise<void>
  create(batch: NewBatch, checked: CheckedFile, rows: readonly CheckedRow[]): Promise<void>
  replaceCheck(batchId: string, checked: CheckedFile, rows: readonly CheckedRow[]): Promise<void>
  /** False where the batch does not stand at `from`. */
  move(
    batchId: string,
    step: { from: ImportState; to: ImportState; problem?: ImportProblem | null; leavesOutFaulty?: boolean },
  ): Promise<boolean>
  countPeople(): Promise<number>
  addOrganisations(batchId: string, organisations: readonly NewOrganisation[]): Promise<void>
  addPeople(batchId: string, people: readonly ImportedPerson[]): Promise<void>
  changePeople(batchId: string, people: readonly ChangedPerson[]): Promise<void>
  /** After many people were written: the database must know by how many there are now how to find one. */
  learn(): Promise<void>
  /** What the batch made and others have used since. */
  blockers(batchId: string): Promise<ImportBlocker[]>
  noteBlockers(batchId: string, blockers: readonly ImportBlocker[]): Promise<void>
  /** Puts back what still holds what the batch wrote, and removes what it made. */
  takeBack(batchId: string): Promise<{ keptFields: number }>
  /** At most `limit`, by name. */
  peopleWaiting(batchId: string, asked: { organisationId: string; limit: number }): Promise<WaitingPerson[]>
  putLinks(
    links: readonly { link: string; subject: string }[],
    kept: { purpose: LinkPurpose; expiresAtEpochMs: number },
  ): Promise<void>
}

export interface ImportTransactions {
  /** All that `work` writes, or, where it throws, nothing. It may take a minute. */
  run<Result>(work: (writes: ImportWrites) => Promise<Result>): Promise<Result>
}
