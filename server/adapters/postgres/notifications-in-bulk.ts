import type { NotificationContent } from '#core/contract/notifications.ts'
import { FIRST_CHOICES, mailGroupOf } from '#core/domain/mail/mail-group.ts'
import { nextDigestEpochMs } from '#core/domain/mail/mail-times.ts'
import type { Clock } from '#server/usecases/ports.ts'
import type { Queryable } from './database.ts'
import { INBOX_CHANNEL, PERSONS_PER_NOTE } from './inbox-changes.ts'
import type { Prisma } from './generated/client.ts'

/** The first fifteen characters of every UUIDv7 of this millisecond. */
function idBeginning(epochMs: number): string {
  const digits = epochMs.toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7`
}

/**
 * Tells everybody of a query the same, in one statement that never brings them here, and queues it for those who want it by mail: for a whole city. `persons` has one
 * column, `id`. Answers how many were told.
 */
export async function addNotificationToAll(
  queryable: Queryable,
  { persons, content: { kind, params } }: { persons: Prisma.Sql; content: NotificationContent },
  { clock }: { clock: Clock },
): Promise<number> {
  const nowEpochMs = clock.nowEpochMs()
  const createdAt = new Date(nowEpochMs)
  const group = mailGroupOf(kind)
  const [{ told }] = await queryable.$queryRaw<[{ told: number }]>`
    WITH told AS (
      INSERT INTO notification (id, "personId", kind, params, "createdAt")
      SELECT overlay(gen_random_uuid()::text PLACING ${idBeginning(nowEpochMs)} FROM 1 FOR 15), p.id, ${kind},
        ${JSON.stringify(params)}::jsonb, ${createdAt}
      FROM (${persons}) p
      RETURNING id, "personId"),
    mailed AS (
      INSERT INTO mail_delivery ("notificationId", "personId", "isDigest", "dueAt")
      SELECT told.id, told."personId", choice = 'daily',
        CASE choice WHEN 'daily' THEN ${new Date(nextDigestEpochMs(nowEpochMs))}::timestamptz ELSE ${createdAt} END
      FROM told JOIN (
        SELECT "personId", coalesce(choices->>${group}, ${FIRST_CHOICES[group]}) AS choice FROM mail_address
        WHERE "confirmedAt" IS NOT NULL) address USING ("personId")
      WHERE choice <> 'off'),
    numbered AS (SELECT "personId", (row_number() OVER () - 1) / ${PERSONS_PER_NOTE} AS note FROM told),
    notes AS (SELECT pg_notify(${INBOX_CHANNEL}, string_agg("personId", ',')) FROM numbered GROUP BY note)
    SELECT (SELECT count(*)::int FROM told) AS told, (SELECT count(*)::int FROM notes) AS notes`
  return told
}
