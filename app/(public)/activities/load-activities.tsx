import type { ActivityPage } from '#app/_features/activity/activity-list.tsx'
import type { ActivityQuery } from '#app/_features/activity/activity-query.ts'
import { ActivityRows } from '#app/_features/activity/activity-rows.tsx'
import { call } from '#app/_server/call.ts'
import { requestTime } from '#app/_server/request-time.ts'

const PAGE_SIZE = 20

/** One page of the list as it is drawn. */
export async function loadActivities({ state, kind, search, cursor }: ActivityQuery) {
  const { items, nextCursor } = await call('activities.list', {
    ...(state === undefined ? {} : { state }),
    ...(kind === undefined ? {} : { kind }),
    ...(cursor === undefined ? {} : { cursor }),
    search,
    limit: PAGE_SIZE,
  })
  const page: ActivityPage = {
    rows: <ActivityRows activities={items} nowEpochMs={requestTime()} />,
    nextCursor,
  }
  return { page, isEmpty: items.length === 0 }
}
