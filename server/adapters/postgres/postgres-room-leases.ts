import type { RoomLeases } from '#server/usecases/seminar/ports.ts'
import type { Database } from './database.ts'

/** Expiry is told by the database's clock: the nodes' own may differ. */
export class PostgresRoomLeases implements RoomLeases {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async take(sessionId: string, { nodeId, ttlMs }: { nodeId: string; ttlMs: number }): Promise<boolean> {
    const taken = await this.#database.$executeRaw`
      INSERT INTO room_lease AS held ("sessionId", "nodeId", "expiresAt")
      VALUES (${sessionId}, ${nodeId}, now() + ${ttlMs} * interval '1 millisecond')
      ON CONFLICT ("sessionId") DO UPDATE SET "nodeId" = excluded."nodeId", "expiresAt" = excluded."expiresAt"
      WHERE held."nodeId" = excluded."nodeId" OR held."expiresAt" < now()`
    return taken === 1
  }

  async release(sessionIds: readonly string[], nodeId: string): Promise<void> {
    await this.#database.roomLease.deleteMany({ where: { sessionId: { in: [...sessionIds] }, nodeId } })
  }
}
