import { z } from 'zod'
import { importUse, type ImportBlocker } from '#core/contract/imports.ts'
import { UNSET_PASSWORD } from '#server/adapters/identity/passwords.ts'
import type { Queryable } from './database.ts'

const blockerRow = z.object({ name: z.string(), organisation: z.string(), uses: z.array(importUse) })

/** People and schools of a batch that others have used since, people first. */
export async function findBlockers(database: Queryable, batchId: string): Promise<ImportBlocker[]> {
  const people: unknown = await database.$queryRaw`
    SELECT name, organisation, uses FROM (
      SELECT p.id, p.name, o.name AS organisation, array_remove(ARRAY[
        CASE WHEN a.password IS DISTINCT FROM ${UNSET_PASSWORD}
          OR EXISTS (SELECT 1 FROM auth_session s WHERE s."userId" = p."userId") THEN 'signed-in' END,
        CASE WHEN EXISTS (SELECT 1 FROM membership m WHERE m."personId" = p.id)
          OR EXISTS (SELECT 1 FROM studio s WHERE s."masterId" = p.id) THEN 'studio' END,
        CASE WHEN EXISTS (SELECT 1 FROM master_title t WHERE t."personId" = p.id) THEN 'title' END,
        CASE WHEN EXISTS (SELECT 1 FROM activity x WHERE x."hostId" = p.id)
          OR EXISTS (SELECT 1 FROM activity_role x WHERE x."personId" = p.id)
          OR EXISTS (SELECT 1 FROM attendance x WHERE x."personId" = p.id) THEN 'activity' END,
        CASE WHEN EXISTS (
          SELECT 1 FROM import_row l JOIN import_batch b ON b.id = l."batchId" AND b.state = 'written'
          WHERE l."personId" = p.id AND l."batchId" <> ${batchId} AND l.kind = 'changed') THEN 'later-import' END
      ], NULL) AS uses
      FROM import_row r
      JOIN person p ON p.id = r."personId"
      JOIN organisation o ON o.id = p."organisationId"
      LEFT JOIN account a ON a."userId" = p."userId" AND a."providerId" = 'credential'
      WHERE r."batchId" = ${batchId} AND r.kind = 'new'
    ) made WHERE cardinality(uses) > 0 ORDER BY organisation, name, id`
  // Who was moved into a new school by this very batch, and is there still, goes back with it.
  const schools: unknown = await database.$queryRaw`
    SELECT name, organisation, uses FROM (
      SELECT o.id, o.name, above.name AS organisation, array_remove(ARRAY[
        CASE WHEN EXISTS (
          SELECT 1 FROM person p WHERE p."organisationId" = o.id AND NOT EXISTS (
            SELECT 1 FROM import_row r WHERE r."personId" = p.id AND r."batchId" = ${batchId}
              AND (r.kind = 'new' OR r.undo #>> '{after,organisationId}' = o.id))) THEN 'people' END,
        CASE WHEN EXISTS (SELECT 1 FROM organisation c WHERE c."parentId" = o.id) THEN 'organisations' END,
        CASE WHEN EXISTS (SELECT 1 FROM studio s WHERE s."hostSchoolId" = o.id) THEN 'studio' END
      ], NULL) AS uses
      FROM imported_organisation i
      JOIN organisation o ON o.id = i."organisationId"
      LEFT JOIN organisation above ON above.id = o."parentId"
      WHERE i."batchId" = ${batchId}
    ) made WHERE cardinality(uses) > 0 ORDER BY name, id`
  return [...z.array(blockerRow).parse(people), ...z.array(blockerRow).parse(schools)]
}

/**
 * Nobody must be in the way any more. What somebody has changed since the batch wrote it stays as they left it, and is
 * counted.
 */
export async function takeBackBatch(database: Queryable, batchId: string): Promise<{ keptFields: number }> {
  const keptFields = await countKept(database, batchId)
  await database.$executeRaw`
    UPDATE role_grant AS g SET "scopeId" = r.undo #>> '{before,organisationId}'
    FROM import_row r JOIN person p ON p.id = r."personId"
    WHERE r."batchId" = ${batchId} AND g."personId" = r."personId" AND g.role = 'teacher' AND g.scope = 'school'
      AND g."scopeId" = r.undo #>> '{after,organisationId}' AND p."organisationId" = g."scopeId"
      AND NOT EXISTS (
        SELECT 1 FROM role_grant o WHERE o."personId" = g."personId" AND o.role = g.role AND o.scope = g.scope
          AND o."scopeId" = r.undo #>> '{before,organisationId}')`
  await database.$executeRaw`
    UPDATE person AS p SET
      "organisationId" = CASE WHEN p."organisationId" = r.undo #>> '{after,organisationId}'
        THEN r.undo #>> '{before,organisationId}' ELSE p."organisationId" END,
      stage = CASE WHEN p.stage = r.undo #>> '{after,stage}' THEN r.undo #>> '{before,stage}' ELSE p.stage END,
      subject = CASE WHEN p.subject = r.undo #>> '{after,subject}' THEN r.undo #>> '{before,subject}' ELSE p.subject END,
      post = CASE WHEN p.post = r.undo #>> '{after,post}' THEN r.undo #>> '{before,post}' ELSE p.post END
    FROM import_row r WHERE r."batchId" = ${batchId} AND r.undo IS NOT NULL AND p.id = r."personId"`
  await database.$executeRaw`
    DELETE FROM role_grant g USING import_row r
    WHERE r."batchId" = ${batchId} AND g.id = r.undo #>> '{grant,id}'`
  await database.$executeRaw`
    DELETE FROM one_time_link l USING import_row r
    WHERE r."batchId" = ${batchId} AND r.kind = 'new' AND l.purpose = 'set-password' AND l.subject = r."personId"`
  await database.$executeRaw`
    WITH gone AS (
      DELETE FROM person p USING import_row r
      WHERE r."batchId" = ${batchId} AND r.kind = 'new' AND p.id = r."personId" RETURNING p."userId"
    ) DELETE FROM "user" u USING gone WHERE u.id = gone."userId"`
  await database.$executeRaw`
    WITH gone AS (
      DELETE FROM organisation o USING imported_organisation i
      WHERE i."batchId" = ${batchId} AND o.id = i."organisationId" RETURNING o.id
    ) DELETE FROM role_grant g USING gone WHERE g.scope IN ('school', 'district') AND g."scopeId" = gone.id`
  await database.importedOrganisation.deleteMany({ where: { batchId } })
  await database.importRow.updateMany({ where: { batchId, kind: 'new' }, data: { personId: null } })
  await database.importBatch.update({ where: { id: batchId }, data: { keptFields }, select: { id: true } })
  return { keptFields }
}

async function countKept(database: Queryable, batchId: string): Promise<number> {
  const rows: unknown = await database.$queryRaw`
    SELECT count(*) FILTER (WHERE p."organisationId" <> r.undo #>> '{after,organisationId}')::int
      + count(*) FILTER (WHERE r.undo #>> '{after,stage}' IS NOT NULL AND p.stage IS DISTINCT FROM r.undo #>> '{after,stage}')::int
      + count(*) FILTER (WHERE r.undo #>> '{after,subject}' IS NOT NULL AND p.subject IS DISTINCT FROM r.undo #>> '{after,subject}')::int
      + count(*) FILTER (WHERE r.undo #>> '{after,post}' IS NOT NULL AND p.post IS DISTINCT FROM r.undo #>> '{after,post}')::int
      AS kept
    FROM import_row r JOIN person p ON p.id = r."personId" WHERE r."batchId" = ${batchId} AND r.undo IS NOT NULL`
  return z.array(z.object({ kept: z.number() })).parse(rows)[0]?.kept ?? 0
}
