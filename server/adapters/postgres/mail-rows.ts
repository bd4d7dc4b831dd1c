import { mailChoices } from '#core/contract/mail.ts'
import type { NotificationKind } from '#core/contract/notifications.ts'
import { FIRST_CHOICES, mailGroupOf } from '#core/domain/mail/mail-group.ts'
import { nextDigestEpochMs } from '#core/domain/mail/mail-times.ts'
import type { Queryable } from './database.ts'

export const readChoices = (kept: unknown) => mailChoices.catch(FIRST_CHOICES).parse(kept)

/** Queues, of the messages that were just written, those that their readers want by mail: with the same commit. */
export async function addDeliveries(
  queryable: Queryable,
  written: readonly { id: string; personId: string; kind: NotificationKind }[],
  { nowEpochMs }: { nowEpochMs: number },
): Promise<void> {
  const addresses = await queryable.mailAddress.findMany({
    where: { personId: { in: [...new Set(written.map(({ personId }) => personId))] }, confirmedAt: { not: null } },
    select: { personId: true, choices: true },
  })
  if (addresses.length === 0) return
  const choicesOf = new Map(addresses.map(({ personId, choices }) => [personId, readChoices(choices)]))
  const deliveries = written.flatMap(({ id, personId, kind }) => {
    const choice = choicesOf.get(personId)?.[mailGroupOf(kind)] ?? 'off'
    if (choice === 'off') return []
    const isDigest = choice === 'daily'
    return [
      {
        notificationId: id,
        personId,
        isDigest,
        dueAt: new Date(isDigest ? nextDigestEpochMs(nowEpochMs) : nowEpochMs),
      },
    ]
  })
  await queryable.mailDelivery.createMany({ data: deliveries })
}
