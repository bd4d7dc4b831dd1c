import type { AuditAction } from '#core/contract/audit.ts'
import type { NewNotification } from '#core/contract/notifications.ts'

/** What every use-case may ask of the world. Ports of one area stand in that area's own `ports.ts`. */

export interface Clock {
  /** Milliseconds since the epoch; never goes back within a process, whatever the machine's clock does. */
  nowEpochMs(): number
}

export interface Ids {
  /** UUIDv7: sorts by time of making. */
  next(): string
  /** 256 random bits, URL-safe: for links and other secrets. */
  secret(): string
}

export interface Log {
  debug(fields: Record<string, unknown>, event: string): void
  info(fields: Record<string, unknown>, event: string): void
  warn(fields: Record<string, unknown>, event: string): void
  error(fields: Record<string, unknown>, event: string): void
  child(fields: Record<string, unknown>): Log
}

/** Byte range, both ends inside. */
export interface ByteRange {
  firstByte: number
  lastByte: number
}

/** Objects by key (`recordings/<id>/<file>`, `images/<id>`); keys are made by us and never contain `..`. */
export interface ObjectStorage {
  /** Durable when resolved. Replaces an object of the same key as a whole. */
  put(key: string, body: Buffer, options: { mimeType: string }): Promise<void>
  /** Moves a finished file of this machine into the storage; durable when resolved, then the file is gone. Idempotent. */
  putFile(key: string, path: string, options: { mimeType: string }): Promise<void>
  /** Null when there is no such object. */
  read(key: string, range?: ByteRange): Promise<{ body: NodeJS.ReadableStream; sizeBytes: number } | null>
  sizeBytes(key: string): Promise<number | null>
  delete(key: string): Promise<void>
  /** Throws when the storage cannot be written. */
  check(): Promise<void>
}

export interface BaseDeps {
  clock: Clock
  ids: Ids
  log: Log
}

/** One line of the audit log, written in the transaction of the change that it tells of. */
export interface AuditEntry {
  /** Null: the server itself. */
  actorId: string | null
  /** The request or job that did it. */
  action: AuditAction
  /** `activity:<id>`, `studio:<id>` … */
  subject: string
  before: Record<string, string> | null
  after: Record<string, string> | null
}

/** Told in the transaction of what they tell of: nobody hears of what did not happen. */
export interface Notifications {
  add(notifications: readonly NewNotification[]): Promise<void>
}

export interface AuditTrail {
  write(entry: AuditEntry): Promise<void>
}
