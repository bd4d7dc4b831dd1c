import type { NewNotification } from '#core/contract/notifications.ts'
import { mailGroupOf } from '#core/domain/mail/mail-group.ts'
import type { Clock, Ids } from '#server/usecases/ports.ts'
import type { Queryable } from './database.ts'
import { Prisma } from './generated/client.ts'
import { deliveriesOf } from './mail-rows.ts'
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
  const told = Prisma.sql`
    SELECT * FROM unnest(
      ${written.map(({ id }) => id)}::text[], ${written.map(({ personId }) => personId)}::text[],
      ${written.map(({ kind }) => mailGroupOf(kind))}::text[]) AS told(id, "personId", "mailGroup")`
  await queryable.$executeRaw(deliveriesOf(told, { nowEpochMs }))
  await tellOfInboxes(
    queryable,
    notifications.map(({ personId }) => personId),
  )
}
