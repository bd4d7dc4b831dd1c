import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client.ts'

export type Database = PrismaClient
/** A client inside `database.$transaction`, or the client itself: what a repository's query needs. */
export type Queryable = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'>

const POOL_MAX_CONNECTIONS = 20

/** Connects lazily; `$disconnect()` before the database stops. */
export function createDatabase(url: string): Database {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: POOL_MAX_CONNECTIONS }) })
}
