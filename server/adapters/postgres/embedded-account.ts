import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartFault } from '#server/lifecycle/start-fault.ts'

const NOBODY_ID = 65_534

/** How PostgreSQL's programs are started: the server refuses to run as root. */
export type Account =
  | { kind: 'own' }
  /** In a user namespace where root counts as nobody; the files stay root's. */
  | { kind: 'namespace' }
  | { kind: 'other'; uid: number; gid: number }

export interface ProgramResult {
  exitCode: number | null
  /** Standard output and error together. */
  output: string
}

/** Finds out, once for each process, under which account PostgreSQL can run here. */
export function chooseAccount(): Account {
  if (process.getuid?.() !== 0) return { kind: 'own' }
  const probe = spawnSync('unshare', [...namespaceArguments, 'true'], { stdio: 'ignore' })
  if (probe.status === 0) return { kind: 'namespace' }
  return { kind: 'other', ...findUnprivilegedUser() }
}

const namespaceArguments = ['--user', `--map-user=${NOBODY_ID}`, `--map-group=${NOBODY_ID}`, '--']

/** The account `postgres` where there is one, else `nobody`. */
function findUnprivilegedUser(): { uid: number; gid: number } {
  const { stdout } = spawnSync('getent', ['passwd', 'postgres'], { encoding: 'utf8' })
  const [, , uid, gid] = (stdout ?? '').split(':')
  if (uid === undefined || gid === undefined) return { uid: NOBODY_ID, gid: NOBODY_ID }
  return { uid: Number(uid), gid: Number(gid) }
}

/**
 * Runs one program to its end under the account. Rejects only when it cannot be started.
 * @throws StartFault when another account is needed and may not even look at the program
 */
export function runAs(account: Account, program: string, args: readonly string[]): Promise<ProgramResult> {
  const [command, commandArgs] =
    account.kind === 'namespace' ? ['unshare', [...namespaceArguments, program, ...args]] : [program, [...args]]
  const identity = account.kind === 'other' ? { uid: account.uid, gid: account.gid } : {}
  return new Promise((resolve, reject) => {
    // Not in a shell, and without a terminal: Ctrl-C is for us, and we stop PostgreSQL in its turn.
    // From the root folder, as the other account may not see ours.
    const child = spawn(command, commandArgs, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      cwd: '/',
      ...identity,
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('error', (cause) => reject(explain(cause, { program })))
    // `exit`, not `close`: the server that pg_ctl leaves behind may hold the pipes open.
    child.once('exit', (exitCode) => {
      child.stdout.destroy()
      child.stderr.destroy()
      resolve({ exitCode, output: output.trim() })
    })
  })
}

/** Gives a folder to the account, which must own what it writes. */
export function giveTo(account: Account, path: string): void {
  if (account.kind === 'other') chownSync(path, account.uid, account.gid)
}

/** Lets the account pass through the folder above, without letting it list what is there. */
export function letThrough(account: Account, path: string): void {
  if (account.kind === 'other') chmodSync(dirname(path), 0o711)
}

function explain(cause: Error, { program }: { program: string }): Error {
  if (!('code' in cause) || cause.code !== 'EACCES') return cause
  return new StartFault({
    what: `内置数据库不能以 root 运行，而其他账号读不到 ${program}。The embedded database cannot run as root, and no other account can read it.`,
    remedy: '请用普通账号启动，或用 DATABASE_URL 指定一个 PostgreSQL。Start as an ordinary user, or set DATABASE_URL.',
    cause,
  })
}
