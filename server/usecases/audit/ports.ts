import type { AuditArea } from '#core/contract/audit.ts'

export interface AuditRecord {
  id: string
  atEpochMs: number
  action: string
  actor: { id: string; name: string; organisation: string } | null
  /** `kind:id`. */
  subject: string
  subjectName: string | null
  before: Readonly<Record<string, string>>
  after: Readonly<Record<string, string>>
  address: string | null
}

export interface AuditQuery {
  area: AuditArea | undefined
  search: string | undefined
  fromEpochMs: number | undefined
  /** Outside. */
  untilEpochMs: number | undefined
  /** Id of the last one seen. */
  after: string | undefined
  limit: number
}

export interface AuditLines {
  /** The newest first. */
  list(query: AuditQuery): Promise<AuditRecord[]>
}
