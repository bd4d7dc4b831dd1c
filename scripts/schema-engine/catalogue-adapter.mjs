import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { parse } from 'pg-connection-string'

// OIDs of pg_type. "char" (in quotes) is PostgreSQL's internal one-byte type, used in its catalogue.
const INTERNAL_CHAR = 18
const TEXT = 25

let internalCharColumns = []

/**
 * Prisma's adapter knows no internal "char" and refuses the catalogue queries of the schema engine. Let it see text,
 * and remember which columns they were, to name them characters in the answer. The hook is in the driver, as the
 * adapter keeps its mapping to itself; one query runs at a time (see json-rpc.mjs), so one list is enough.
 */
const addFields = pg.Result.prototype.addFields
pg.Result.prototype.addFields = function readInternalCharAsText(fields) {
  internalCharColumns = fields.flatMap((field, index) => (field.dataTypeID === INTERNAL_CHAR ? [index] : []))
  for (const index of internalCharColumns) fields[index].dataTypeID = TEXT
  return addFields.call(this, fields)
}

function namingCharacters(queryable) {
  const queryRaw = queryable.queryRaw.bind(queryable)
  queryable.queryRaw = async (query) => {
    internalCharColumns = []
    const result = await queryRaw(query)
    for (const index of internalCharColumns) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
  if (typeof queryable.startTransaction === 'function') {
    const startTransaction = queryable.startTransaction.bind(queryable)
    queryable.startTransaction = async (...options) => namingCharacters(await startTransaction(...options))
  }
  return queryable
}

/**
 * Prisma's adapter cuts a script at every semicolon, also within the body of a function. PostgreSQL takes the script
 * whole, and as one transaction.
 */
function runningScriptsWhole(adapter) {
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script)
    } catch (error) {
      adapter.onError(error)
    }
  }
  return adapter
}

/** Prisma's PostgreSQL adapter, made fit for the schema engine. */
export class CatalogueAdapterFactory extends PrismaPg {
  #url

  constructor({ url, database }) {
    const connection = { ...parse(url), ...(database === undefined ? {} : { database }) }
    const options = { schema: new URL(url).searchParams.get('schema') ?? undefined }
    super(connection, options)
    this.#url = url
  }

  async connect() {
    return namingCharacters(runningScriptsWhole(await super.connect()))
  }

  /** Prisma's own drops the shadow database while its pool is still connected to it, which PostgreSQL refuses. */
  async connectToShadowDb() {
    const main = await super.connect()
    const database = `prisma_migrate_shadow_db_${randomUUID()}`
    await main.executeScript(`CREATE DATABASE "${database}"`)
    const shadow = await new CatalogueAdapterFactory({ url: this.#url, database }).connect()
    const disconnect = shadow.dispose.bind(shadow)
    shadow.dispose = async () => {
      await disconnect()
      await main.executeScript(`DROP DATABASE "${database}" WITH (FORCE)`)
      await main.dispose()
    }
    return shadow
  }
}
