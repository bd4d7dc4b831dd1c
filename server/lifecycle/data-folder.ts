import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { FolderLock } from './folder-lock.ts'
import { StartFault } from './start-fault.ts'

/** Raised when what lies in the data folder changes so that an older version could not read it. */
const DATA_VERSION = '1'

/** Room for the database's first files and some minutes of recording. */
const MIN_FREE_BYTES = 512 * 1024 * 1024
const BYTES_PER_MEBIBYTE = 1024 * 1024

/** The folder that holds everything the service keeps on this machine. One process at a time has it. */
export class DataFolder {
  readonly path: string
  readonly #lock: FolderLock

  private constructor(path: string, lock: FolderLock) {
    this.path = path
    this.#lock = lock
  }

  /**
   * Makes the folder if it is not there, and takes its lock.
   * @throws StartFault when it cannot be written, has no space, is of another version or of something else, or is taken
   */
  static async open(
    path: string,
    { minFreeBytes = MIN_FREE_BYTES }: { minFreeBytes?: number } = {},
  ): Promise<DataFolder> {
    makeWritable(path, { minFreeBytes })
    assertOurs(path)
    await assertFreeSpace(path, { minFreeBytes })
    const lock = FolderLock.acquire(join(path, 'lock'))
    writeFileSync(join(path, 'VERSION'), `${DATA_VERSION}\n`)
    return new DataFolder(path, lock)
  }

  /** A secret of this installation: made at random when first asked for, then the same for ever. 0600. */
  keptSecret(name: string): string {
    const file = join(this.path, name)
    if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
    return readFileSync(file, 'utf8').trim()
  }

  /** Idempotent. Lets another process have the folder. */
  close(): void {
    this.#lock.release()
  }
}

function makeWritable(path: string, { minFreeBytes }: { minFreeBytes: number }): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    accessSync(path, constants.W_OK | constants.X_OK)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (code === 'ENOSPC') throw noSpace(path, { freeBytes: 0, minFreeBytes })
    throw new StartFault({
      what: `数据文件夹 ${path} 不可写（${code}）。The data folder cannot be written.`,
      remedy:
        '请修改它的权限，或用 TONGKE_DATA_DIR 指定另一个。Change its permissions, or set TONGKE_DATA_DIR to another.',
      cause,
    })
  }
}

function assertOurs(path: string): void {
  const file = join(path, 'VERSION')
  if (existsSync(file)) {
    const version = readFileSync(file, 'utf8').trim()
    if (version === DATA_VERSION) return
    throw new StartFault({
      what: `数据文件夹 ${path} 属于另一个版本（${version}，这里需要 ${DATA_VERSION}）。The data folder is of another version.`,
      remedy:
        '请换用当时的版本启动，或用 TONGKE_DATA_DIR 指定另一个。Start the version that made it, or set TONGKE_DATA_DIR to another.',
    })
  }
  const foreign = readdirSync(path).filter((name) => !name.startsWith('.') && !name.startsWith('lock'))
  if (foreign.length === 0) return
  throw new StartFault({
    what: `文件夹 ${path} 里有别的内容（${foreign.slice(0, 3).join('、')}），不是同课的数据文件夹。The folder holds something else.`,
    remedy: '请用 TONGKE_DATA_DIR 指定一个空文件夹。Set TONGKE_DATA_DIR to an empty folder.',
  })
}

async function assertFreeSpace(path: string, { minFreeBytes }: { minFreeBytes: number }): Promise<void> {
  const { bavail, bsize } = await statfs(path)
  const freeBytes = bavail * bsize
  if (freeBytes < minFreeBytes) throw noSpace(path, { freeBytes, minFreeBytes })
}

function noSpace(path: string, { freeBytes, minFreeBytes }: { freeBytes: number; minFreeBytes: number }): StartFault {
  const mebibytes = (bytes: number) => Math.floor(bytes / BYTES_PER_MEBIBYTE)
  return new StartFault({
    what: `磁盘空间不足：${path} 只剩 ${mebibytes(freeBytes)} MB，至少需要 ${mebibytes(minFreeBytes)} MB。There is too little disk space.`,
    remedy: '请清理磁盘，或用 TONGKE_DATA_DIR 指定另一块盘。Free some space, or set TONGKE_DATA_DIR to another disk.',
  })
}
