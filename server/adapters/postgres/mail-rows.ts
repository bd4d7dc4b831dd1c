import { z } from 'zod'
import { mailChoice, mailChoices, type MailChoices } from '#core/contract/mail.ts'
import { NOTHING_CHOSEN } from '#core/domain/mail/mail-group.ts'
import { nextDigestEpochMs } from '#core/domain/mail/mail-times.ts'
import { Prisma } from './generated/client.ts'

const kept = z.record(z.string(), z.unknown()).catch({})
const [EACH, DAILY] = [mailChoice.enum.each, mailChoice.enum.daily]

/** A group that came after they chose is off, for whoever has stopped everything must not be written to by an update. */
export const readChoices = (choices: unknown): MailChoices =>
  mailChoices.catch(NOTHING_CHOSEN).parse({ ...NOTHING_CHOSEN, ...kept.parse(choices) })

/**
 * The statement that queues what was told for those who want it by mail, for the transaction of the messages themselves. `told` is a
 * query of messages: `id`, `personId`, and `mailGroup`, under which choice each falls.
 */
export const deliveriesOf = (told: Prisma.Sql, { nowEpochMs }: { nowEpochMs: number }): Prisma.Sql => Prisma.sql`
  INSERT INTO mail_delivery ("notificationId", "personId", "isDigest", "dueAt")
  SELECT t.id, t."personId", a.choices->>t."mailGroup" = ${DAILY},
    CASE a.choices->>t."mailGroup" WHEN ${DAILY} THEN ${new Date(nextDigestEpochMs(nowEpochMs))}::timestamptz
      ELSE ${new Date(nowEpochMs)}::timestamptz END
  FROM (${told}) t JOIN mail_address a ON a."personId" = t."personId"
  WHERE a."confirmedAt" IS NOT NULL AND a.choices->>t."mailGroup" IN (${EACH}, ${DAILY})`
