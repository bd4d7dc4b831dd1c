import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ByteRange, ObjectStorage } from '#server/usecases/ports.ts'
import { isErrnoException, makeFolder, moveDurably, writeDurably } from './durable-files.ts'
import { assertObjectKey } from './object-key.ts'

/** Objects as files below one folder. */
export class LocalStorage implements ObjectStorage {
  readonly #folder: string

  constructor({ folder }: { folder: string }) {
    this.#folder = resolve(folder)
  }

  async put(key: string, body: Buffer): Promise<void> {
    await writeDurably(this.#path(key), body)
  }

  async putFile(key: string, path: string): Promise<void> {
    const target = this.#path(key)
    try {
      await moveDurably(path, target)
    } catch (error) {
      // Called again after a move that was done: the file is gone and the object is there.
      if (isMissing(error) && (await this.sizeBytes(key)) !== null) return
      throw error
    }
  }

  async read(key: string, range?: ByteRange) {
    try {
      const file = await open(this.#path(key), 'r')
      const { size } = await file.stat()
      const bounds = range === undefined ? {} : { start: range.firstByte, end: range.lastByte }
      return { body: createReadStream('', { fd: file, ...bounds }), sizeBytes: rangeSize(size, range) }
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }

  async sizeBytes(key: string): Promise<number | null> {
    try {
      return (await stat(this.#path(key))).size
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.#path(key), { force: true })
  }

  async check(): Promise<void> {
    await makeFolder(this.#folder)
    const probe = join(this.#folder, `.${randomUUID()}.check`)
    await writeDurably(probe, Buffer.from('ok'))
    await rm(probe)
  }

  #path(key: string): string {
    assertObjectKey(key)
    return join(this.#folder, key)
  }
}

const isMissing = (error: unknown) => isErrnoException(error) && error.code === 'ENOENT'

/** Of the part of an object that a range covers. */
function rangeSize(size: number, range: ByteRange | undefined): number {
  if (range === undefined) return size
  return Math.max(0, Math.min(size - 1, range.lastByte) - range.firstByte + 1)
}
