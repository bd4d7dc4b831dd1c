import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { environment, root } from './run.mjs'

const PARENT_CHECK_INTERVAL_MS = 1_000
/** Compiled code of the server and its packages: the second start reads it instead of compiling again. Node keeps it true. */
const COMPILE_CACHE = join(root, '.cache', 'compiled')

/** The newest Node at hand: the one of node_modules where it is installed, else the one that runs this. */
export function serverNode() {
  const bundled = join(root, 'node_modules', '.bin', 'node')
  return existsSync(bundled) ? bundled : process.execPath
}

/**
 * Runs the server until it ends; resolves to its exit code. Signals go on to it. It is in a process group of its own,
 * so that Ctrl-C reaches it once, through here; and it ends by itself when this process is gone (the IPC channel).
 */
export function serve({ args, mode }) {
  const child = spawn(serverNode(), [join(root, 'server', 'main.ts'), ...args], {
    env: environment({ NODE_COMPILE_CACHE: COMPILE_CACHE, NODE_ENV: mode, ...quietOnTerminal() }),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal))
  const watch = watchParent(() => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (exitCode, signal) => {
      clearInterval(watch)
      resolve(exitCode ?? 128 + constants.signals[signal])
    })
  })
}

/** On a terminal the log's JSON lines would stand between those meant for a person: only what is wrong is shown. */
function quietOnTerminal() {
  return process.stdout.isTTY === true && !process.env.LOG_LEVEL ? { LOG_LEVEL: 'warn' } : {}
}

/**
 * npm killed by force passes nothing on. A shell that started us may end and mean us to stay; npm never does. It is our
 * parent: its scripts begin with `exec`, as a shell between us would die of npm's SIGTERM and pass nothing on either.
 */
function watchParent(onGone) {
  if (process.env.npm_lifecycle_event === undefined) return undefined
  const npm = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === npm) return
    clearInterval(watch)
    onGone()
  }, PARENT_CHECK_INTERVAL_MS)
  return watch
}
