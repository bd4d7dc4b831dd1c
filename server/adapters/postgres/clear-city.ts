import type { Database } from './database.ts'

/** Takes everybody and everything out of the database. Only for a founding of the demo city that was cut short. */
export async function clearCity(database: Database): Promise<void> {
  await database.$transaction([
    database.$executeRaw`SET LOCAL tongke.clears_city = 'on'`,
    database.$executeRaw`TRUNCATE organisation, "user", audit_log, room_lease, import_batch, stored_file CASCADE`,
  ])
}
