import pg from 'pg'

// PostgreSQL's codes (Appendix A of its manual) and Node's, to the codes that Prisma's command line explains.
const PRISMA_CODES = new Map([
  ['3D000', 'P1003'], // the database does not exist
  ['28P01', 'P1000'], // wrong password
  ['28000', 'P1000'],
  ['ECONNREFUSED', 'P1001'],
  ['ENOTFOUND', 'P1001'],
  ['ETIMEDOUT', 'P1001'],
])
const DUPLICATE_DATABASE = '42P04'
const UNIQUE_VIOLATION = '23505'

/** Carries out `cli <command>`. Answers the exit code; says on stderr, as the engine does, what went wrong. */
export async function runDatabaseCommand(command, { url }) {
  // The command line throws the first line of stderr away: the native engine opens with a notice.
  log('INFO', { message: 'schema engine' })
  try {
    await carryOut(command, new URL(url))
    return 0
  } catch (error) {
    log('ERROR', { message: error.message || String(error), error_code: PRISMA_CODES.get(error.code) ?? 'P1010' })
    return 1
  }
}

async function carryOut(command, target) {
  const name = decodeURIComponent(target.pathname.slice(1)) || 'postgres'
  const maintenance = new URL(target)
  maintenance.pathname = '/postgres'
  switch (command) {
    case 'can-connect-to-database':
      return withClient(target, (client) => client.query('SELECT 1'))
    case 'create-database':
      return withClient(maintenance, (client) => createDatabase(client, name))
    case 'drop-database':
      await withClient(maintenance, (client) =>
        client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`),
      )
      return log('INFO', { message: 'The database was successfully dropped.' })
    default:
      throw new Error(`unknown command: ${command}`)
  }
}

/** A database that another process makes at the same moment counts as made. */
async function createDatabase(client, name) {
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  } catch (error) {
    if (error.code !== DUPLICATE_DATABASE && error.code !== UNIQUE_VIOLATION) throw error
  }
}

async function withClient(url, use) {
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

function log(level, fields) {
  process.stderr.write(`${JSON.stringify({ level, target: 'schema_engine::logger', fields })}\n`)
}
