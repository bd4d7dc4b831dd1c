import type { AuditEntry } from '../ports.ts'
import type { ActivityQuery } from '../activities/ports.ts'

/** As little as it takes to count a day and to choose what is shown of it. */
export interface Beginning {
  id: string
  startsAtEpochMs: number
  isCityEvent: boolean
}

export interface CalendarReads {
  /** The nearest first; at most `limit`. */
  beginnings(query: Omit<ActivityQuery, 'order' | 'after'>): Promise<Beginning[]>
  /** Of these activities those that the person waits for, or has asked for. */
  undecided(personId: string, activityIds: readonly string[]): Promise<ReadonlySet<string>>
  studioName(studioId: string): Promise<string | null>
  /** The city's districts by name. */
  districts(): Promise<{ id: string; name: string }[]>
}

/** The address of a person's own calendar: at most one for each. */
export interface CalendarTokens {
  of(personId: string): Promise<string | null>
  ownerOf(token: string): Promise<string | null>
  /** In place of the one before. */
  put(personId: string, change: { token: string; audit: AuditEntry }): Promise<void>
  drop(personId: string, change: { audit: AuditEntry }): Promise<void>
}
