import { z } from 'zod'
import { spellingOf, wordsOf } from '#core/domain/search/words.ts'
import type { AuditLines, AuditQuery, AuditRecord } from '#server/usecases/audit/ports.ts'
import type { Database } from './database.ts'
import { Prisma } from './generated/client.ts'
import { literally } from './search-conditions.ts'

const facts = z.record(z.string(), z.string()).nullable()
type Facts = Record<string, string>
/** Hold ids of people or organisations, several with a space between. */
const NAMING_FIELDS: ReadonlySet<string> = new Set([
  'people',
  'personId',
  'assigneeId',
  'masterId',
  'schoolId',
  'organisationId',
  'parentId',
])

const row = z.object({
  id: z.string(),
  at: z.date(),
  action: z.string(),
  subject: z.string(),
  before: facts,
  after: facts,
  actorId: z.string().nullable(),
  actorName: z.string().nullable(),
  organisation: z.string().nullable(),
  subjectName: z.string().nullable(),
  address: z.string().nullable(),
})

/** Whoever is named by `subject`, whatever it is: one of these, or gone. */
const SUBJECT_NAME = Prisma.sql`COALESCE(
  (SELECT x.title FROM activity x WHERE a.subject = 'activity:' || x.id),
  (SELECT x.name FROM studio x WHERE a.subject = 'studio:' || x.id),
  (SELECT x.form->>'name' FROM studio_application x WHERE a.subject = 'application:' || x.id),
  (SELECT x.title FROM resource x WHERE a.subject = 'resource:' || x.id),
  (SELECT x.title FROM announcement x WHERE a.subject = 'announcement:' || x.id),
  (SELECT x.name FROM person x WHERE a.subject = 'person:' || x.id),
  (SELECT x.name FROM organisation x WHERE a.subject = 'organisation:' || x.id),
  (SELECT s.name || ' ' || x.year FROM year_plan x JOIN studio s ON s.id = x."studioId"
    WHERE a.subject = 'year-plan:' || x.id),
  (SELECT s.name || ' ' || q.name FROM membership x JOIN studio s ON s.id = x."studioId" JOIN person q ON q.id = x."personId"
    WHERE a.subject = 'membership:' || x.id),
  (SELECT x."fileName" FROM import_batch x WHERE a.subject = 'import:' || x.id))`

function hasWord(word: string): Prisma.Sql {
  const part = `%${literally(word)}%`
  const letters = spellingOf(word)
  const spelled = letters === null ? Prisma.empty : Prisma.sql`OR p.spelling LIKE ${`%${letters}%`}`
  return Prisma.sql`(p.name ILIKE ${part} OR l."subjectName" ILIKE ${part}
    OR l.address ILIKE ${part} OR l.before::text ILIKE ${part} OR l.after::text ILIKE ${part} ${spelled})`
}

export class PostgresAuditLines implements AuditLines {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async list({ area, search, fromEpochMs, untilEpochMs, after, limit }: AuditQuery): Promise<AuditRecord[]> {
    const words = wordsOf(search ?? '').map(hasWord)
    const conditions = [
      ...(area === undefined ? [] : [Prisma.sql`l.action LIKE ${`${area}.%`}`]),
      ...(fromEpochMs === undefined ? [] : [Prisma.sql`l.at >= ${new Date(fromEpochMs)}`]),
      ...(untilEpochMs === undefined ? [] : [Prisma.sql`l.at < ${new Date(untilEpochMs)}`]),
      ...(after === undefined ? [] : [Prisma.sql`l.id < ${after}`]),
      ...words,
    ]
    const where = conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}`
    // Ids sort by the time of writing.
    const found: unknown = await this.#database.$queryRaw`
      SELECT l.*, p.name AS "actorName", o.name AS organisation
      FROM (SELECT a.*, ${SUBJECT_NAME} AS "subjectName" FROM audit_log a) l
      LEFT JOIN person p ON p.id = l."actorId" LEFT JOIN organisation o ON o.id = p."organisationId"
      ${where} ORDER BY l.id DESC LIMIT ${limit}`
    const rows = z.array(row).parse(found)
    const named = await this.#naming(rows)
    return rows.map(({ id, at, action, subject, subjectName, before, after: changed, address, actorId, ...actor }) => ({
      ...{ id, action, subject, subjectName, address, before: named(before), after: named(changed) },
      atEpochMs: at.getTime(),
      actor:
        actorId === null ? null : { id: actorId, name: actor.actorName ?? '', organisation: actor.organisation ?? '' },
    }))
  }

  /** Puts names where a line has ids of people or organisations: as they are called now. */
  async #naming(rows: readonly z.output<typeof row>[]): Promise<(kept: Facts | null) => Facts> {
    const ids = new Set(rows.flatMap(({ before, after }) => [...idsIn(before), ...idsIn(after)]))
    if (ids.size === 0) return (kept) => kept ?? {}
    const wanted = [...ids]
    const where = { id: { in: wanted } }
    const [people, organisations] = await Promise.all([
      this.#database.person.findMany({ where, select: { id: true, name: true } }),
      this.#database.organisation.findMany({ where, select: { id: true, name: true } }),
    ])
    const names = new Map([...people, ...organisations].map(({ id, name }) => [id, name]))
    const naming = (value: string) => value.split(' ').map((id) => names.get(id) ?? id)
    return (kept) =>
      Object.fromEntries(
        Object.entries(kept ?? {}).map(([field, value]) => [
          field,
          NAMING_FIELDS.has(field) ? naming(value).join('、') : value,
        ]),
      )
  }
}

function idsIn(kept: Facts | null): string[] {
  return Object.entries(kept ?? {}).flatMap(([field, value]) =>
    NAMING_FIELDS.has(field) ? value.split(' ').filter((id) => id !== '') : [],
  )
}
