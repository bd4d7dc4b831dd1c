'use server'

import type { ActivityPage } from '#app/_features/activity/activity-list.tsx'
import { readActivityQuery } from '#app/_features/activity/activity-query.ts'
import { loadActivities } from './load-activities.tsx'

/** The page of the list that begins at `cursor`. What the browser sends is read like an address. */
export async function moreActivities(filters: Record<string, string>, cursor: string): Promise<ActivityPage> {
  const { page } = await loadActivities(readActivityQuery({ ...filters, cursor }))
  return page
}
