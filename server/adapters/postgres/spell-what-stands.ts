import type { Database } from './database.ts'
import { spellName, spellTitle } from './spelling.ts'

const ROWS_AT_ONCE = 1_000

/**
 * Spells names and titles that were written before spellings were kept, or past them. Several at once do it once;
 * cut short, it goes on at the next start.
 */
export async function spellWhatStands(database: Database, { signal }: { signal: AbortSignal }): Promise<void> {
  const unspelled = { where: { spelling: null }, take: ROWS_AT_ONCE }
  const names = { ...unspelled, select: { id: true, name: true } }
  const studioNames = async () => (await database.studio.findMany(names)).map(({ id, name }) => ({ id, text: name }))
  const personNames = async () => (await database.person.findMany(names)).map(({ id, name }) => ({ id, text: name }))
  const titles = async () =>
    (await database.activity.findMany({ ...unspelled, select: { id: true, title: true } })).map(({ id, title }) => ({
      id,
      text: title,
    }))
  const tables = [
    { read: personNames, spell: spellName, write: (rows: string) => writePeople(database, rows) },
    { read: studioNames, spell: spellTitle, write: (rows: string) => writeStudios(database, rows) },
    { read: titles, spell: spellTitle, write: (rows: string) => writeActivities(database, rows) },
  ]
  for (const { read, spell, write } of tables) {
    for (let rows = await read(); rows.length > 0 && !signal.aborted; rows = await read()) {
      await write(JSON.stringify(rows.map(({ id, text }) => ({ id, spelling: spell(text) }))))
    }
  }
}

const writePeople = (database: Database, rows: string) => database.$executeRaw`
  UPDATE person SET spelling = r.spelling FROM jsonb_to_recordset(${rows}::jsonb) AS r(id text, spelling text)
  WHERE person.id = r.id AND person.spelling IS NULL`

const writeStudios = (database: Database, rows: string) => database.$executeRaw`
  UPDATE studio SET spelling = r.spelling FROM jsonb_to_recordset(${rows}::jsonb) AS r(id text, spelling text)
  WHERE studio.id = r.id AND studio.spelling IS NULL`

const writeActivities = (database: Database, rows: string) => database.$executeRaw`
  UPDATE activity SET spelling = r.spelling FROM jsonb_to_recordset(${rows}::jsonb) AS r(id text, spelling text)
  WHERE activity.id = r.id AND activity.spelling IS NULL`
