import type { Inbox, NotificationRecord } from '#server/usecases/notifications/ports.ts'
import type { Database } from './database.ts'
import { tellOfInboxes } from './inbox-changes.ts'

export class PostgresInbox implements Inbox {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async list(
    personId: string,
    { onlyUnread, beforeId, limit }: { onlyUnread: boolean; beforeId: string | null; limit: number },
  ): Promise<NotificationRecord[]> {
    const rows = await this.#database.notification.findMany({
      where: {
        personId,
        ...(onlyUnread ? { readAt: null } : {}),
        ...(beforeId === null ? {} : { id: { lt: beforeId } }),
      },
      orderBy: { id: 'desc' },
      take: limit,
      select: { id: true, kind: true, params: true, createdAt: true, readAt: true },
    })
    return rows.map(({ createdAt, readAt, ...row }) => ({
      ...row,
      createdAtEpochMs: createdAt.getTime(),
      readAtEpochMs: readAt?.getTime() ?? null,
    }))
  }

  async unreadCounts(personIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const counted = await this.#database.notification.groupBy({
      by: ['personId'],
      where: { personId: { in: [...personIds] }, readAt: null },
      _count: true,
    })
    const counts = new Map(personIds.map((personId) => [personId, 0]))
    for (const { personId, _count } of counted) counts.set(personId, _count)
    return counts
  }

  async markRead(
    personId: string,
    which: { ids: readonly string[] } | { upToId: string },
    { atEpochMs }: { atEpochMs: number },
  ): Promise<void> {
    const id = 'ids' in which ? { in: [...which.ids] } : { lte: which.upToId }
    await this.#change(personId, { where: { id, readAt: null }, readAt: new Date(atEpochMs) })
  }

  async markUnread(personId: string, { readAtEpochMs }: { readAtEpochMs: number }): Promise<void> {
    await this.#change(personId, { where: { readAt: new Date(readAtEpochMs) }, readAt: null })
  }

  async #change(
    personId: string,
    { where, readAt }: { where: { id?: { in: string[] } | { lte: string }; readAt: Date | null }; readAt: Date | null },
  ): Promise<void> {
    await this.#database.$transaction(async (client) => {
      const { count } = await client.notification.updateMany({ where: { personId, ...where }, data: { readAt } })
      if (count > 0) await tellOfInboxes(client, [personId])
    })
  }
}
