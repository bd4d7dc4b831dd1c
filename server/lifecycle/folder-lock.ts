import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { isRunning, ownIdentity, type ProcessIdentity } from './process-identity.ts'
import { StartFault } from './start-fault.ts'

const identitySchema = z.object({ pid: z.number().int(), startedAtTicks: z.string() })
const TAKEOVER_ATTEMPTS = 3

/** A file that says which process has a folder. What a killed process left behind is taken over. */
export class FolderLock {
  readonly #path: string
  #held = true

  private constructor(path: string) {
    this.#path = path
  }

  /** @throws StartFault when another process that runs has it */
  static acquire(path: string): FolderLock {
    const own = `${path}.${process.pid}`
    writeFileSync(own, JSON.stringify(ownIdentity()), { mode: 0o600 })
    try {
      for (let attempt = 1; attempt <= TAKEOVER_ATTEMPTS; attempt++) {
        if (claim(own, path)) return new FolderLock(path)
        const holder = readHolder(path)
        if (holder !== undefined && isRunning(holder)) throw taken(path, holder)
        removeStale(path)
      }
    } finally {
      rmSync(own, { force: true })
    }
    throw taken(path, readHolder(path))
  }

  /** Idempotent. */
  release(): void {
    if (!this.#held) return
    this.#held = false
    rmSync(this.#path, { force: true })
  }
}

/** A hard link is made or refused in one step, with its content complete. */
function claim(own: string, path: string): boolean {
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function readHolder(path: string): ProcessIdentity | undefined {
  try {
    const parsed = identitySchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** Moved away before it is removed: of two processes that do this, the second must not remove the first one's new lock. */
function removeStale(path: string): void {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const moved = readHolder(aside)
  if (moved !== undefined && isRunning(moved)) claim(aside, path)
  rmSync(aside, { force: true })
}

function taken(path: string, holder: ProcessIdentity | undefined): StartFault {
  return new StartFault({
    what: `这个数据文件夹正由另一个同课使用（进程 ${holder?.pid ?? '?'}，锁 ${path}）。Another process uses this data folder.`,
    remedy:
      '请先停止那一个，或用 TONGKE_DATA_DIR 指定另一个文件夹。Stop that one first, or set TONGKE_DATA_DIR to another folder.',
  })
}
