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
  /** The city's districts by name. */
  districts(): Promise<{ id: string; name: string }[]>
}
