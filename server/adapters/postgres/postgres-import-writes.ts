import { z } from 'zod'
import type { ImportBlocker, ImportProblem, ImportState } from '#core/contract/imports.ts'
import { UNSET_PASSWORD } from '#server/adapters/identity/passwords.ts'
import type {
  ChangedPerson,
  CheckedFile,
  CheckedRow,
  ImportedPerson,
  ImportWrites,
  NewBatch,
} from '#server/usecases/import/ports.ts'
import type { NewOrganisation } from '#server/usecases/people/ports.ts'
import type { AuditTrail } from '#server/usecases/ports.ts'
import type { Queryable } from './database.ts'
import { fromCheck } from './import-rows.ts'
import { PostgresImportReads } from './postgres-import-reads.ts'
import { findBlockers, takeBackBatch } from './postgres-import-undo.ts'
import { hashOfLink } from './postgres-one-time-links.ts'
import { spellName } from './spelling.ts'

/** Names the lock of all who write lists; any number that nothing else uses. */
const TURN = 7_205_310
const SHOWN_BLOCKERS_MAX = 200
const ROWS_AT_ONCE = 2_000

/** Rows go over as one JSON text a statement: no limit on parameters, and one plan for each statement. */
export class PostgresImportWrites extends PostgresImportReads implements ImportWrites {
  readonly audit: AuditTrail

  constructor(transaction: Queryable, { audit }: { audit: AuditTrail }) {
    super(transaction)
    this.audit = audit
  }

  async waitForTurn() {
    await this.database.$executeRaw`SELECT pg_advisory_xact_lock(${TURN})`
  }

  async create({ uploadedAtEpochMs, ...batch }: NewBatch, checked: CheckedFile, rows: readonly CheckedRow[]) {
    const data = { ...batch, ...fromCheck(checked), uploadedAt: new Date(uploadedAtEpochMs), state: 'checked' }
    await this.database.importBatch.create({ data, select: { id: true } })
    await this.#addRows(batch.id, rows)
  }

  async replaceCheck(batchId: string, checked: CheckedFile, rows: readonly CheckedRow[]) {
    await this.database.importBatch.update({
      where: { id: batchId },
      data: { ...fromCheck(checked), doneRows: 0 },
      select: { id: true },
    })
    await this.database.importRow.deleteMany({ where: { batchId } })
    await this.#addRows(batchId, rows)
  }

  async #addRows(batchId: string, rows: readonly CheckedRow[]) {
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      await this.database.$executeRaw`
        INSERT INTO import_row ("batchId", number, kind, cells, organisation, faults, changes, "personId")
        SELECT ${batchId}, number, kind, cells, organisation, faults, changes, "personId"
        FROM jsonb_to_recordset(${JSON.stringify(rows.slice(start, start + ROWS_AT_ONCE))}::jsonb)
          AS r(number int, kind text, cells jsonb, organisation text, faults jsonb, changes jsonb, "personId" text)`
    }
    // Sooner than the database would find out by itself: until then it takes the table for small, and reads all of it
    // for each of a thousand rows.
    await this.database.$executeRaw`ANALYZE import_row`
  }

  async move(
    batchId: string,
    step: { from: ImportState; to: ImportState; problem?: ImportProblem | null; leavesOutFaulty?: boolean },
  ) {
    const { from, to, problem, leavesOutFaulty } = step
    const { count } = await this.database.importBatch.updateMany({
      where: { id: batchId, state: from },
      data: {
        state: to,
        ...(problem === undefined ? {} : { problem }),
        ...(leavesOutFaulty === undefined ? {} : { leavesOutFaulty }),
      },
    })
    return count === 1
  }

  countPeople() {
    return this.database.person.count()
  }

  async addOrganisations(batchId: string, organisations: readonly NewOrganisation[]) {
    await this.database.organisation.createMany({ data: [...organisations] })
    await this.database.importedOrganisation.createMany({
      data: organisations.map(({ id }) => ({ batchId, organisationId: id })),
    })
  }

  async addPeople(batchId: string, people: readonly ImportedPerson[]) {
    const rows = JSON.stringify(people.map((person) => ({ ...person, spelling: spellName(person.name) })))
    await this.database.$executeRaw`
      INSERT INTO "user" (id, name, email, "emailVerified", username, "displayUsername", "createdAt", "updatedAt")
      SELECT "userId", name, "userId" || '@accounts.invalid', false, username, username, now(), now()
      FROM jsonb_to_recordset(${rows}::jsonb) AS r("userId" text, name text, username text)`
    await this.database.$executeRaw`
      INSERT INTO account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
      SELECT "accountId", "userId", 'credential', "userId", ${UNSET_PASSWORD}, now(), now()
      FROM jsonb_to_recordset(${rows}::jsonb) AS r("accountId" text, "userId" text)`
    await this.database.$executeRaw`
      INSERT INTO person (id, "userId", "organisationId", name, spelling, subject, stage, post, colour)
      SELECT "personId", "userId", "organisationId", name, spelling, subject, stage, post, colour
      FROM jsonb_to_recordset(${rows}::jsonb)
        AS r("personId" text, "userId" text, "organisationId" text, name text, spelling text, subject text, stage text,
          post text, colour int)`
    await this.database.$executeRaw`
      INSERT INTO role_grant (id, "personId", role, scope, "scopeId")
      SELECT "grantId", "personId", role, scope, "scopeId"
      FROM jsonb_to_recordset(${rows}::jsonb) AS r("grantId" text, "personId" text, role text, scope text, "scopeId" text)`
    await this.database.$executeRaw`
      UPDATE import_row SET "personId" = r."personId"
      FROM jsonb_to_recordset(${rows}::jsonb) AS r(number int, "personId" text)
      WHERE import_row."batchId" = ${batchId} AND import_row.number = r.number`
  }

  async changePeople(batchId: string, people: readonly ChangedPerson[]) {
    const rows = JSON.stringify(
      people.map(({ number, personId, before, after, grant }) => ({
        ...{
          number,
          personId,
          from: before.organisationId,
          ...after,
          grantId: grant?.id,
          undo: { before, after, grant },
        },
        ...{ role: grant?.role, scope: grant?.scope, scopeId: grant?.scopeId },
      })),
    )
    await this.database.$executeRaw`
      UPDATE person SET
        "organisationId" = COALESCE(r."organisationId", person."organisationId"), stage = COALESCE(r.stage, person.stage),
        subject = COALESCE(r.subject, person.subject), post = COALESCE(r.post, person.post)
      FROM jsonb_to_recordset(${rows}::jsonb)
        AS r("personId" text, "organisationId" text, stage text, subject text, post text)
      WHERE person.id = r."personId"`
    // Who moves to another school is a teacher there.
    await this.database.$executeRaw`
      UPDATE role_grant AS g SET "scopeId" = r."organisationId"
      FROM jsonb_to_recordset(${rows}::jsonb) AS r("personId" text, "organisationId" text, "from" text)
      WHERE g."personId" = r."personId" AND g.role = 'teacher' AND g.scope = 'school' AND g."scopeId" = r."from"
        AND r."organisationId" IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM role_grant o WHERE o."personId" = g."personId" AND o.role = g.role AND o.scope = g.scope
            AND o."scopeId" = r."organisationId")`
    await this.database.$executeRaw`
      INSERT INTO role_grant (id, "personId", role, scope, "scopeId")
      SELECT "grantId", "personId", role, scope, "scopeId"
      FROM jsonb_to_recordset(${rows}::jsonb) AS r("grantId" text, "personId" text, role text, scope text, "scopeId" text)
      WHERE "grantId" IS NOT NULL ON CONFLICT DO NOTHING`
    await this.database.$executeRaw`
      UPDATE import_row SET undo = r.undo FROM jsonb_to_recordset(${rows}::jsonb) AS r(number int, undo jsonb)
      WHERE import_row."batchId" = ${batchId} AND import_row.number = r.number`
  }

  async learn() {
    await this.database.$executeRaw`ANALYZE "user", account, person, role_grant`
  }

  blockers(batchId: string) {
    return findBlockers(this.database, batchId)
  }

  async noteBlockers(batchId: string, blockers: readonly ImportBlocker[]) {
    await this.database.importBatch.update({
      where: { id: batchId },
      data: { blockers: blockers.slice(0, SHOWN_BLOCKERS_MAX), blockerCount: blockers.length },
      select: { id: true },
    })
  }

  takeBack(batchId: string) {
    return takeBackBatch(this.database, batchId)
  }

  async peopleWaiting(batchId: string, { organisationId, limit }: { organisationId: string; limit: number }) {
    const rows: unknown = await this.database.$queryRaw`
      SELECT p.id AS "personId", p.name, u.username
      FROM import_row r
      JOIN person p ON p.id = r."personId" AND p."organisationId" = ${organisationId}
      JOIN "user" u ON u.id = p."userId"
      JOIN account a ON a."userId" = u.id AND a.password = ${UNSET_PASSWORD}
      WHERE r."batchId" = ${batchId} AND r.kind = 'new'
      ORDER BY p.name, p.id LIMIT ${limit}`
    return z.array(z.object({ personId: z.string(), name: z.string(), username: z.string() })).parse(rows)
  }

  async putLinks(...[links, { purpose, expiresAtEpochMs }]: Parameters<ImportWrites['putLinks']>) {
    const rows = JSON.stringify(links.map(({ link, subject }) => ({ subject, hash: hashOfLink(link) })))
    await this.database.$executeRaw`
      INSERT INTO one_time_link (purpose, subject, hash, "expiresAt")
      SELECT ${purpose}, subject, hash, ${new Date(expiresAtEpochMs)}
      FROM jsonb_to_recordset(${rows}::jsonb) AS r(subject text, hash text)
      ON CONFLICT (purpose, subject) DO UPDATE SET hash = EXCLUDED.hash, "expiresAt" = EXCLUDED."expiresAt"`
  }
}
