import type { NewNotification } from '#core/contract/notifications.ts'
import type { Clock, Ids } from '#server/usecases/ports.ts'
import type { Queryable } from './database.ts'
import { addDeliveries } from './mail-rows.ts'
import { tellOfInboxes } from './inbox-changes.ts'

/** Writes what people are told, queues what goes out by mail, and tells their open pages with the commit; give it the client of the transaction that makes it true. */
export async function addNotifications(
  queryable: Queryable,
  notifications: readonly NewNotification[],
  { clock, ids }: { clock: Clock; ids: Ids },
): Promise<void> {
  if (notifications.length === 0) return
  const nowEpochMs = clock.nowEpochMs()
  const createdAt = new Date(nowEpochMs)
  const written = notifications.map(({ personId, kind, params }) => ({ id: ids.next(), personId, kind, params }))
  await queryable.notification.createMany({ data: written.map((each) => ({ ...each, createdAt })) })
  await addDeliveries(queryable, written, { nowEpochMs })
  await tellOfInboxes(
    queryable,
    notifications.map(({ personId }) => personId),
  )
}
