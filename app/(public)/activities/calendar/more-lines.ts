'use server'

import type { ActivityPage } from '#app/_features/activity/activity-list.tsx'
import { readCalendarQuery } from '#app/_features/calendar/calendar-query.ts'
import { loadLines } from './load-lines.tsx'

/** The page of the list that begins at `cursor`. What the browser sends is read like an address. */
export async function moreLines(filters: Record<string, string>, cursor: string): Promise<ActivityPage> {
  const { page } = await loadLines(readCalendarQuery({ ...filters, cursor }))
  return page
}
