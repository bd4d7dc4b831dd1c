import { announcementPlaceKind } from '#core/contract/announcements.ts'
import type {
  AnnouncementContent,
  AnnouncementTransactions,
  AnnouncementWrites,
} from '#server/usecases/announcements/ports.ts'
import type { Clock, Ids } from '#server/usecases/ports.ts'
import { personsOf } from './announcement-audience.ts'
import { writeAudit } from './audit-rows.ts'
import type { Database, Queryable } from './database.ts'
import { Prisma } from './generated/client.ts'
import { addNotificationToAll } from './notifications-in-bulk.ts'

type Deps = { clock: Clock; ids: Ids }

export class PostgresAnnouncementTransactions implements AnnouncementTransactions {
  readonly #database: Database
  readonly #deps: Deps

  constructor(database: Database, deps: Deps) {
    this.#database = database
    this.#deps = deps
  }

  run<Result>(work: (writes: AnnouncementWrites) => Promise<Result>): Promise<Result> {
    return this.#database.$transaction((client) => work(writesWith(client, this.#deps)))
  }
}

const dataOf = ({ sender, audience, title, text, isPinned, asksReceipt, expiresAtEpochMs }: AnnouncementContent) => ({
  ...{ title, text, isPinned, asksReceipt },
  ...{ senderKind: sender.kind, senderId: sender.id, senderName: sender.name },
  ...{ audienceKind: audience.kind, audienceId: audience.id, audienceName: audience.name },
  expiresAt: expiresAtEpochMs === null ? null : new Date(expiresAtEpochMs),
})

const next = { version: { increment: 1 } } as const

function writesWith(client: Queryable, deps: Deps): AnnouncementWrites {
  const { announcement } = client
  return {
    audit: { write: (entry) => writeAudit(client, entry, deps) },
    create: async (id, { authorId, ...content }) => {
      await announcement.create({ data: { id, authorId, state: 'draft', ...dataOf(content) }, select: { id: true } })
    },
    change: async (id, { version, ...content }) => {
      const where = { id, version, state: 'draft' }
      return (await announcement.updateMany({ where, data: { ...dataOf(content), ...next } })).count === 1
    },
    discard: async (id, { version }) =>
      (await announcement.deleteMany({ where: { id, version, state: 'draft' } })).count === 1,
    publish: async (id, { version, atEpochMs }) => {
      const data = { state: 'published', publishedAt: new Date(atEpochMs), ...next }
      return (await announcement.updateMany({ where: { id, version, state: 'draft' }, data })).count === 1
    },
    withdraw: async (id, { version, reason }) => {
      const data = { state: 'withdrawn', withdrawReason: reason, ...next }
      return (await announcement.updateMany({ where: { id, version, state: 'published' }, data })).count === 1
    },
    confirm: async (announcementId, { personId, atEpochMs }) => {
      const data = [{ announcementId, personId, readAt: new Date(atEpochMs) }]
      await client.announcementReceipt.createMany({ data, skipDuplicates: true })
    },
    tellAudience: async (id, { exceptPersonId }) => {
      const { title, senderName, audienceKind, audienceId } = await announcement.findUniqueOrThrow({
        where: { id },
        select: { title: true, senderName: true, audienceKind: true, audienceId: true },
      })
      const audience = personsOf({ kind: announcementPlaceKind.parse(audienceKind), id: audienceId })
      const persons = Prisma.sql`SELECT id FROM (${audience}) a WHERE a.id <> ${exceptPersonId}`
      const params = { announcementId: id, title, senderName }
      return addNotificationToAll(client, { persons, content: { kind: 'announcement.published', params } }, deps)
    },
  }
}
