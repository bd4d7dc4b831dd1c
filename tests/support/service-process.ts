import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..', '..')
const node = join(root, 'node_modules', '.bin', 'node')

export interface ServiceOptions {
  dataDir: string
  env?: Record<string, string>
  args?: readonly string[]
}

export interface ServiceExit {
  exitCode: number | null
  signal: NodeJS.Signals | null
  output: string
}

/** The service as its users run it: a process of its own, with its own data folder. */
export class ServiceProcess {
  readonly child: ChildProcess
  readonly exited: Promise<ServiceExit>
  readonly #ready: Promise<string>
  #output = ''

  constructor({ dataDir, env = {}, args = ['--services=realtime'] }: ServiceOptions) {
    this.child = spawn(node, [join(root, 'server', 'main.ts'), ...args], {
      cwd: tmpdir(),
      env: {
        NODE_ENV: 'production',
        PATH: process.env['PATH'],
        PORT: '0',
        TONGKE_DATA_DIR: dataDir,
        TONGKE_DEMO: '0',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#ready = new Promise((found, reject) => {
      const read = (chunk: Buffer) => {
        this.#output += chunk.toString()
        const origin = /同课已就绪\s+(https?:\/\/\S+)/.exec(this.#output)?.[1]
        if (origin !== undefined) found(origin)
      }
      this.child.stdout?.on('data', read)
      this.child.stderr?.on('data', read)
      this.child.once('close', () => reject(new Error(`the service ended before it was ready:\n${this.#output}`)))
    })
    this.#ready.catch(() => undefined)
    this.exited = new Promise((ended) => {
      this.child.once('close', (exitCode, signal) => ended({ exitCode, signal, output: this.#output }))
    })
  }

  /** What it has printed so far. */
  get output(): string {
    return this.#output
  }

  /** The address it printed, once it answers. Rejects with its output when it ends before. */
  ready(): Promise<string> {
    return this.#ready
  }

  /** Resolves when the process is gone. */
  async end(signal: NodeJS.Signals): Promise<ServiceExit> {
    this.child.kill(signal)
    return this.exited
  }
}

export interface DataDir {
  path: string
  /** First ends a PostgreSQL that still runs on it. */
  remove: () => void
}

/** A data folder for one test. */
export function temporaryDataDir(): DataDir {
  const path = mkdtempSync(join(tmpdir(), 'tongke-data-'))
  return {
    path,
    remove: () => {
      const pid = postmasterPid(path)
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
      rmSync(path, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** The process of the PostgreSQL that runs on the data folder, or `undefined` when none does. */
export function postmasterPid(dataDir: string): number | undefined {
  const file = join(dataDir, 'postgres', 'cluster', 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  try {
    process.kill(pid, 0)
    return pid
  } catch {
    return undefined
  }
}
