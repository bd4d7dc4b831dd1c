import { randomUUID } from 'node:crypto'
import { copyFile, link, open, rename, rm, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

export function isErrnoException(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error
}

/** Makes the folder and its parents durable: each new name is in its parent's own blocks. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined) return
  for (let path = folder; path.length >= first.length; path = dirname(path)) await syncFolder(dirname(path))
}

/** Writes beside the target and renames: a reader sees the old object or the new one, also after a loss of power. */
export async function writeDurably(path: string, body: Buffer): Promise<void> {
  await replaceDurably(path, async (unfinished) => {
    const file = await open(unfinished, 'wx', 0o600)
    try {
      await file.writeFile(body)
      await file.sync()
    } finally {
      await file.close()
    }
  })
}

/** Moves a file that is complete; over the border of a file system it is copied. */
export async function moveDurably(from: string, path: string): Promise<void> {
  await replaceDurably(path, async (unfinished) => {
    try {
      await link(from, unfinished)
    } catch (error) {
      // No hard links here, or another file system.
      if (!isErrnoException(error) || !['EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK'].includes(error.code ?? '')) throw error
      await copyFile(from, unfinished)
    }
    await syncFile(unfinished)
  })
  await rm(from, { force: true })
}

async function replaceDurably(path: string, make: (unfinished: string) => Promise<void>): Promise<void> {
  const folder = dirname(path)
  await makeFolder(folder)
  const unfinished = `${folder}/.${randomUUID()}.unfinished`
  try {
    await make(unfinished)
    await rename(unfinished, path)
  } finally {
    await rm(unfinished, { force: true })
  }
  await syncFolder(folder)
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncFolder(folder: string): Promise<void> {
  await syncFile(folder)
}
