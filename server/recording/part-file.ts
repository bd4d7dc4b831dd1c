import { open, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import type { Fragment } from './finished-media.ts'
import { formatFragment, formatHeader, formatMovedStart, INDEX_SUFFIX, type IndexHeader } from './part-index.ts'
import { partFileName } from './part-name.ts'
import { removePart } from './remove-part.ts'
import type { ContainerLayout } from './sample.ts'

/** Fragments that may wait for a slow disk before the part is given up. */
const BACKLOG_LIMIT_BYTES = 64 * 1024 * 1024

export class DiskTooSlowError extends Error {
  override readonly name = 'DiskTooSlowError'
}

/** A part while it grows: writes in order, one after the other, each safe on disk before it is told of. */
export class PartFile {
  readonly file: string
  #header: IndexHeader
  #media: FileHandle
  #index: FileHandle
  #positionBytes: number
  #backlogBytes = 0
  #writes: Promise<void> = Promise.resolve()

  /** Throws what the file system says; leaves nothing open then. Never overwrites a file. */
  static async create(options: {
    directory: string
    layout: ContainerLayout
    facts: Pick<IndexHeader, 'trackId' | 'partIndex' | 'codec' | 'startedAtEpochMs' | 'widthPx' | 'heightPx'>
  }): Promise<PartFile> {
    const { directory, layout, facts } = options
    const file = path.join(directory, partFileName({ ...facts, container: layout.container }))
    const header: IndexHeader = {
      version: 1,
      ...facts,
      container: layout.container,
      initSizeBytes: layout.init.length,
      initBase64: layout.init.toString('base64'),
    }
    // The index first: a media file without one cannot be told from a stranger's.
    const index = await open(file + INDEX_SUFFIX, 'wx')
    let media: FileHandle | undefined
    try {
      await index.writeFile(formatHeader(header))
      media = await open(file, 'wx')
      await media.writeFile(Buffer.concat([layout.init, layout.reserveHeader]))
      await media.truncate(layout.init.length + layout.reserveBytes)
      return new PartFile({ file, header, media, index, positionBytes: layout.init.length + layout.reserveBytes })
    } catch (error) {
      await index.close()
      await media?.close()
      await removePart(file)
      throw error
    }
  }

  private constructor(options: {
    file: string
    header: IndexHeader
    media: FileHandle
    index: FileHandle
    positionBytes: number
  }) {
    this.file = options.file
    this.#header = options.header
    this.#media = options.media
    this.#index = options.index
    this.#positionBytes = options.positionBytes
  }

  get header(): IndexHeader {
    return this.#header
  }

  /**
   * Resolves with the fragment's place once it is safe on disk. After one failure all later ones fail too: the file ends
   * at the last whole fragment.
   */
  append(bytes: Buffer, facts: Pick<Fragment, 'startMs' | 'durationMs' | 'keyframe'>): Promise<Fragment> {
    if (this.#backlogBytes + bytes.length > BACKLOG_LIMIT_BYTES) {
      this.#writes = this.#writes.then(() => {
        throw new DiskTooSlowError('The disk does not keep up with the recording.')
      })
    }
    this.#backlogBytes += bytes.length
    const fragment: Fragment = { offsetBytes: this.#positionBytes, sizeBytes: bytes.length, ...facts }
    this.#positionBytes += bytes.length
    return this.#inOrder(() => this.#write(bytes, fragment)).finally(() => {
      this.#backlogBytes -= bytes.length
    })
  }

  /** Resolves when the index says that the part began then. */
  moveStart(startedAtEpochMs: number): Promise<void> {
    return this.#inOrder(async () => {
      const { positionBytes, digits } = formatMovedStart(this.#header, { startedAtEpochMs })
      await this.#index.write(digits, positionBytes)
      this.#header = { ...this.#header, startedAtEpochMs }
    })
  }

  #inOrder<T>(write: () => Promise<T>): Promise<T> {
    const written = this.#writes.then(write)
    this.#writes = written.then(() => undefined)
    // The caller sees the failure through `written`; the chain must not count as unhandled.
    this.#writes.catch(() => undefined)
    return written
  }

  /** Waits for what was appended, then closes. A failed write is not repeated here. */
  async close(): Promise<void> {
    await this.#writes.catch(() => undefined)
    await this.#media.close()
    await this.#index.close()
  }

  async #write(bytes: Buffer, fragment: Fragment): Promise<Fragment> {
    for (let written = 0; written < bytes.length;) {
      const rest = bytes.length - written
      const result = await this.#media.write(bytes, written, rest, fragment.offsetBytes + written)
      written += result.bytesWritten
    }
    await this.#media.datasync()
    await this.#index.writeFile(formatFragment(fragment))
    return fragment
  }
}
