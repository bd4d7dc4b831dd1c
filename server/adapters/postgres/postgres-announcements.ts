import { z } from 'zod'
import type {
  AnnouncementPosition,
  AnnouncementQuery,
  AnnouncementRecord,
  Announcements,
  AnnouncementSummary,
  PlaceRow,
} from '#server/usecases/announcements/ports.ts'
import { listedRow, positionOf, recordRow, SUMMARY_COLUMNS, toRecord, toSummary } from './announcement-rows.ts'
import { placesAround } from './announcement-audience.ts'
import { countReaders, listReaders } from './announcement-readers.ts'
import type { Database } from './database.ts'
import { Prisma } from './generated/client.ts'

const PLACE_KINDS = ['district', 'school']
/** Where the time of publishing does not order: ids sort by the time of making. */
const NO_ORDER = { pinned: Prisma.sql`false`, at: Prisma.sql`to_timestamp(0)` }

const idRow = z.object({ id: z.string() })

/** Which, and in which order before the id. */
function shown({ show, ids, nowEpochMs }: AnnouncementQuery): {
  pinned: Prisma.Sql
  at: Prisma.Sql
  where: Prisma.Sql
} {
  const now = new Date(nowEpochMs)
  const places = Prisma.sql`a."audienceId" = ANY(${[...ids]}::text[]) AND a.state = 'published'`
  const at = Prisma.sql`a."publishedAt"`
  switch (show) {
    case 'current':
      return {
        ...{ pinned: Prisma.sql`a."isPinned"`, at },
        where: Prisma.sql`${places} AND (a."expiresAt" IS NULL OR a."expiresAt" > ${now})`,
      }
    case 'past':
      return { ...{ pinned: NO_ORDER.pinned, at }, where: Prisma.sql`${places} AND a."expiresAt" <= ${now}` }
    case 'own':
      return { ...NO_ORDER, where: Prisma.sql`a."senderId" = ANY(${[...ids]}::text[])` }
    default:
      return show satisfies never
  }
}

export class PostgresAnnouncements implements Announcements {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async find(id: string, { personId }: { personId: string | null }): Promise<AnnouncementRecord | null> {
    const found: unknown = await this.#database.$queryRaw`
      SELECT ${SUMMARY_COLUMNS}, a.text, a.version, a."withdrawReason", d.id AS "districtId"
      FROM announcement a
      LEFT JOIN announcement_receipt r ON r."announcementId" = a.id AND r."personId" = ${personId}
      LEFT JOIN organisation s ON s.id = a."audienceId" AND s.kind = 'school'
      LEFT JOIN organisation d ON d.id = s."parentId" AND d.kind = 'district'
      WHERE a.id = ${id}`
    const [row] = z.array(recordRow).parse(found)
    return row === undefined ? null : toRecord(row)
  }

  async list(query: AnnouncementQuery): Promise<{ row: AnnouncementSummary; position: AnnouncementPosition }[]> {
    const { pinned, at, where } = shown(query)
    const { after, readerId, limit } = query
    const beyond =
      after === null
        ? Prisma.empty
        : Prisma.sql`AND (${pinned}, ${at}, a.id) < (${after[0]}::boolean, ${new Date(after[1])}::timestamptz, ${after[2]})`
    const found: unknown = await this.#database.$queryRaw`
      SELECT ${SUMMARY_COLUMNS}, ${pinned} AS "pinnedKey", ${at} AS "atKey"
      FROM announcement a
      LEFT JOIN announcement_receipt r ON r."announcementId" = a.id AND r."personId" = ${readerId}
      WHERE ${where} ${beyond} ORDER BY "pinnedKey" DESC, "atKey" DESC, a.id DESC LIMIT ${limit}`
    return z
      .array(listedRow)
      .parse(found)
      .map((row) => ({ row: toSummary(row), position: positionOf(row) }))
  }

  async placesAround(personId: string): Promise<readonly string[]> {
    const found: unknown = await this.#database.$queryRaw(placesAround(personId))
    return z
      .array(idRow)
      .parse(found)
      .map(({ id }) => id)
  }

  async places({
    organisationIds,
    studioIds,
    allDistricts,
    schoolsBelow,
  }: Parameters<Announcements['places']>[0]): Promise<PlaceRow[]> {
    const [organisations, studios] = await Promise.all([
      this.#database.organisation.findMany({
        where: {
          kind: { in: PLACE_KINDS },
          OR: [
            { id: { in: [...organisationIds] } },
            { kind: 'school', parentId: { in: [...schoolsBelow] } },
            ...(allDistricts ? [{ kind: 'district' }] : []),
          ],
        },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        select: { id: true, kind: true, name: true, parent: { select: { id: true, kind: true } } },
      }),
      this.#database.studio.findMany({ where: { id: { in: [...studioIds] } }, select: { id: true, name: true } }),
    ])
    return [
      ...organisations.map(({ id, kind, name, parent }): PlaceRow => ({
        ...{ id, name, kind: kind === 'district' ? 'district' : 'school' },
        districtId: parent?.kind === 'district' ? parent.id : null,
      })),
      ...studios.map((studio): PlaceRow => ({ ...studio, kind: 'studio', districtId: null })),
    ]
  }

  countReaders(id: string) {
    return countReaders(this.#database, id)
  }

  readers(id: string, page: Parameters<Announcements['readers']>[1]) {
    return listReaders(this.#database, id, page)
  }
}
