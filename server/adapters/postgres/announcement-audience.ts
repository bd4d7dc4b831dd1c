import { WHOLE_CITY_ID, type AnnouncementPlaceKind } from '#core/contract/announcements.ts'
import { Prisma } from './generated/client.ts'

/** Ids of the persons of a place, as they are now: a query of one column, `id`. */
export function personsOf({ kind, id }: { kind: AnnouncementPlaceKind; id: string }): Prisma.Sql {
  switch (kind) {
    case 'city':
      return Prisma.sql`SELECT id FROM person`
    case 'district':
    case 'school':
      return Prisma.sql`
        SELECT id FROM person WHERE "organisationId" IN (
          WITH RECURSIVE below AS (
            SELECT ${id}::text AS id
            UNION ALL SELECT o.id FROM organisation o JOIN below b ON o."parentId" = b.id)
          SELECT id FROM below)`
    case 'studio':
      return Prisma.sql`
        SELECT "personId" AS id FROM membership WHERE "studioId" = ${id} AND state = 'active'
        UNION SELECT "masterId" FROM studio WHERE id = ${id}`
    default:
      return kind satisfies never
  }
}

/** Ids of the places that a person is of: the same the other way round; a query of one column, `id`. */
export const placesAround = (personId: string): Prisma.Sql => Prisma.sql`
  WITH RECURSIVE above AS (
    SELECT o.id, o."parentId" FROM organisation o JOIN person p ON p."organisationId" = o.id WHERE p.id = ${personId}
    UNION ALL SELECT o.id, o."parentId" FROM organisation o JOIN above a ON o.id = a."parentId")
  SELECT ${WHOLE_CITY_ID}::text AS id
  UNION SELECT id FROM above
  UNION SELECT "studioId" FROM membership WHERE "personId" = ${personId} AND state = 'active'
  UNION SELECT id FROM studio WHERE "masterId" = ${personId}`
