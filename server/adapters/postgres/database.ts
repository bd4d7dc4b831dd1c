import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/client.ts'

export type Database = PrismaClient
/** A client inside `database.$transaction`, or the client itself: what a repository's query needs. */
export type Queryable = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'>

const POOL_MAX_CONNECTIONS = 20

const pools = new WeakMap<Database, pg.Pool>()

/** Connects lazily; `$disconnect()` before the database stops. */
export function createDatabase(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: POOL_MAX_CONNECTIONS })
  // A connection that dies while it rests (the database restarted) is replaced by the next query; unheard it would end us.
  pool.on('error', () => undefined)
  const database = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) })
  pools.set(database, pool)
  return database
}

/** The connections under the client, for the one statement that runs a hundred times a second in a live room. */
export function poolOf(database: Database): pg.Pool {
  const pool = pools.get(database)
  if (pool === undefined) throw new Error('Not made by createDatabase.')
  return pool
}
