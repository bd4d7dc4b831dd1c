import type { NotificationContent } from '#core/contract/notifications.ts'
import { mailGroupOf } from '#core/domain/mail/mail-group.ts'
import type { Clock } from '#server/usecases/ports.ts'
import type { Queryable } from './database.ts'
import { INBOX_CHANNEL, PERSONS_PER_NOTE } from './inbox-changes.ts'
import { Prisma } from './generated/client.ts'
import { deliveriesOf } from './mail-rows.ts'

/** The first fifteen characters of every UUIDv7 of this millisecond. */
function idBeginning(epochMs: number): string {
  const digits = epochMs.toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7`
}

/**
 * Tells everybody of a query the same and queues it for those who want it by mail, in one statement that never brings them
 * here: for a whole city. `persons` has one column, `id`. Answers how many were told.
 */
export async function addNotificationToAll(
  queryable: Queryable,
  { persons, content: { kind, params } }: { persons: Prisma.Sql; content: NotificationContent },
  { clock }: { clock: Clock },
): Promise<number> {
  const nowEpochMs = clock.nowEpochMs()
  const createdAt = new Date(nowEpochMs)
  const told = Prisma.sql`SELECT id, "personId", ${mailGroupOf(kind)}::text AS "mailGroup" FROM told`
  const [{ count }] = await queryable.$queryRaw<[{ count: number }]>`
    WITH told AS (
      INSERT INTO notification (id, "personId", kind, params, "createdAt")
      SELECT overlay(gen_random_uuid()::text PLACING ${idBeginning(nowEpochMs)} FROM 1 FOR 15), p.id, ${kind},
        ${JSON.stringify(params)}::jsonb, ${createdAt}
      FROM (${persons}) p
      RETURNING id, "personId"),
    mailed AS (${deliveriesOf(told, { nowEpochMs })}),
    numbered AS (SELECT "personId", (row_number() OVER () - 1) / ${PERSONS_PER_NOTE} AS note FROM told),
    notes AS (SELECT pg_notify(${INBOX_CHANNEL}, string_agg("personId", ',')) FROM numbered GROUP BY note)
    SELECT (SELECT count(*)::int FROM told) AS count, (SELECT count(*)::int FROM notes) AS notes`
  return count
}
