import type { AuditEntry, Clock, Ids } from '#server/usecases/ports.ts'
import { currentAddress } from '../identity/request-origin.ts'
import type { Queryable } from './database.ts'

/** Writes one line of the audit log; give it the client of the transaction that makes the change. */
export async function writeAudit(
  queryable: Queryable,
  { actorId, action, subject, before, after }: AuditEntry,
  { clock, ids }: { clock: Clock; ids: Ids },
): Promise<void> {
  await queryable.auditLog.create({
    data: {
      id: ids.next(),
      at: new Date(clock.nowEpochMs()),
      actorId,
      action,
      subject,
      address: currentAddress(),
      ...(before === null ? {} : { before }),
      ...(after === null ? {} : { after }),
    },
    select: { id: true },
  })
}
