import { z } from 'zod'
import { announcementPlaceKind } from '#core/contract/announcements.ts'
import type { ReaderPosition, ReaderRow } from '#server/usecases/announcements/ports.ts'
import { personsOf } from './announcement-audience.ts'
import type { Database } from './database.ts'
import { Prisma } from './generated/client.ts'
import { personSelect, toPersonSummary } from './person-rows.ts'

type Page = { show: 'read' | 'unread'; after: ReaderPosition | null; limit: number }

const readerRow = z.object({ id: z.string(), sort: z.string(), name: z.string(), readAt: z.date().nullable() })

async function audienceOf(database: Database, id: string): Promise<Prisma.Sql> {
  const { audienceKind, audienceId } = await database.announcement.findUniqueOrThrow({
    where: { id },
    select: { audienceKind: true, audienceId: true },
  })
  return personsOf({ kind: announcementPlaceKind.parse(audienceKind), id: audienceId })
}

/** Who has read it has, also where they have left since; of the others only those who are of the audience now. */
export async function countReaders(database: Database, id: string): Promise<{ read: number; unread: number }> {
  const audience = await audienceOf(database, id)
  const [counts] = await database.$queryRaw<[{ read: number; unread: number }]>`
    SELECT (SELECT count(*)::int FROM announcement_receipt WHERE "announcementId" = ${id}) AS read,
      (SELECT count(*)::int FROM (${audience}) p WHERE NOT EXISTS (
        SELECT FROM announcement_receipt r WHERE r."announcementId" = ${id} AND r."personId" = p.id)) AS unread`
  return counts
}

export async function listReaders(database: Database, id: string, page: Page): Promise<ReaderRow[]> {
  const found = z
    .array(readerRow)
    .parse(page.show === 'read' ? await readersOf(database, id, page) : await othersOf(database, id, page))
  const people = await database.person.findMany({
    where: { id: { in: found.map((row) => row.id) } },
    select: personSelect,
  })
  const byId = new Map(people.map((person) => [person.id, toPersonSummary(person)]))
  return found.flatMap(({ id: personId, sort, name, readAt }) => {
    const person = byId.get(personId)
    if (person === undefined) return []
    return [{ person, readAtEpochMs: readAt?.getTime() ?? null, position: [sort, name, personId] as const }]
  })
}

/** The latest first: by milliseconds, in as many digits as all of them have. */
function readersOf(database: Database, id: string, { after, limit }: Page): Promise<unknown> {
  const beyond =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (r."readAt", p.id) < (to_timestamp(${Number(after[0])} / 1000.0), ${after[2]})`
  return database.$queryRaw`
    SELECT p.id, p.name, r."readAt", (extract(epoch FROM r."readAt") * 1000)::bigint::text AS sort
    FROM announcement_receipt r JOIN person p ON p.id = r."personId"
    WHERE r."announcementId" = ${id} ${beyond} ORDER BY r."readAt" DESC, p.id DESC LIMIT ${limit}`
}

async function othersOf(database: Database, id: string, { after, limit }: Page): Promise<unknown> {
  const audience = await audienceOf(database, id)
  const beyond =
    after === null ? Prisma.empty : Prisma.sql`AND (o.name, p.name, p.id) > (${after[0]}, ${after[1]}, ${after[2]})`
  return database.$queryRaw`
    SELECT p.id, p.name, NULL::timestamptz AS "readAt", o.name AS sort
    FROM person p JOIN organisation o ON o.id = p."organisationId"
    WHERE p.id IN (${audience}) AND NOT EXISTS (
      SELECT FROM announcement_receipt r WHERE r."announcementId" = ${id} AND r."personId" = p.id)
    ${beyond} ORDER BY o.name, p.name, p.id LIMIT ${limit}`
}
