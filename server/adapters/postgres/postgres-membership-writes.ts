import type {
  MembershipHead,
  MembershipMove,
  MembershipTransactions,
  MembershipWrites,
} from '#server/usecases/memberships/ports.ts'
import type { Clock, Ids } from '#server/usecases/ports.ts'
import { writeAudit } from './audit-rows.ts'
import type { Database, Queryable } from './database.ts'
import { addNotifications } from './notification-rows.ts'
import { placesIn } from './postgres-memberships.ts'

type Deps = { clock: Clock; ids: Ids }

export class PostgresMembershipTransactions implements MembershipTransactions {
  readonly #database: Database
  readonly #deps: Deps

  constructor(database: Database, deps: Deps) {
    this.#database = database
    this.#deps = deps
  }

  run<Result>(work: (writes: MembershipWrites) => Promise<Result>): Promise<Result> {
    return this.#database.$transaction((client) => work(writesWith(client, this.#deps)))
  }
}

function writesWith(client: Queryable, deps: Deps): MembershipWrites {
  return {
    notifications: { add: (notifications) => addNotifications(client, notifications, deps) },
    audit: { write: (entry) => writeAudit(client, entry, deps) },
    lockPlaces: async (studioId) => {
      await client.$executeRaw`SELECT id FROM studio WHERE id = ${studioId} FOR UPDATE`
      return placesIn(client, studioId)
    },
    propose: async ({ atEpochMs, ...membership }) => {
      const data = [{ ...membership, state: 'proposed', proposedAt: new Date(atEpochMs) }]
      return (await client.membership.createMany({ data, skipDuplicates: true })).count === 1
    },
    move: (membership, move) => moveMembership(client, membership, { ...move, ids: deps.ids }),
    setLimit: async (studioId, memberLimit) => {
      await client.studio.update({ where: { id: studioId }, data: { memberLimit }, select: { id: true } })
    },
  }
}

async function moveMembership(
  client: Queryable,
  { id, studioId, personId, state }: MembershipHead,
  { version, to, atEpochMs, endReason, ids }: MembershipMove & { ids: Ids },
): Promise<boolean> {
  const at = new Date(atEpochMs)
  const isOpen = to === 'consented' || to === 'active'
  const { count } = await client.membership.updateMany({
    where: { id, version, state },
    data: {
      ...{ state: to, version: { increment: 1 } },
      ...(to === 'active' ? { since: at } : {}),
      ...(isOpen ? {} : { endedAt: at, endReason }),
    },
  })
  if (count === 0) return false
  const grant = { personId, role: 'member', scope: 'studio', scopeId: studioId }
  if (to === 'active') await client.roleGrant.createMany({ data: [{ ...grant, id: ids.next() }], skipDuplicates: true })
  if (state === 'active') await client.roleGrant.deleteMany({ where: grant })
  return true
}
