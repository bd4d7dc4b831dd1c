import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import type { ByteRange, ObjectStorage } from '#server/usecases/ports.ts'
import { partIndexKey, partObjectKey, type PartPlace } from '#server/usecases/recording/ports.ts'
import type { PartIndexFacts, RecordedFiles } from '#server/usecases/replay/ports.ts'
import { INDEX_SUFFIX, parseIndex } from './part-index.ts'
import type { RecordingFolder } from './recording-folder.ts'

/**
 * Parts in the folder that they were recorded into, and once the recording is finished in the storage: looked for in this
 * order, so that a reader does not notice the move.
 */
export class KeptFiles implements RecordedFiles {
  readonly #folder: RecordingFolder
  readonly #storage: ObjectStorage

  constructor({ folder, storage }: { folder: RecordingFolder; storage: ObjectStorage }) {
    this.#folder = folder
    this.#storage = storage
  }

  async read(part: PartPlace, range: ByteRange) {
    return (await readLocal(this.#folder.file(part), range)) ?? (await this.#storage.read(partObjectKey(part), range))
  }

  async index(part: PartPlace, { afterCount }: { afterCount: number }): Promise<PartIndexFacts | null> {
    const lines = await this.#indexText(part)
    if (lines === null) return null
    // Lines that are known already are not parsed again: a reader asks every second, for an hour.
    const [header = '', ...fragments] = lines.split('\n')
    const newer = fragments.slice(afterCount)
    const parsed = parseIndex([header, ...(newer.length === 0 ? [''] : newer)].join('\n'))
    if (parsed === undefined) return null
    return { init: Buffer.from(parsed.header.initBase64, 'base64'), fragments: parsed.fragments }
  }

  async #indexText(part: PartPlace): Promise<string | null> {
    try {
      return await readFile(this.#folder.file(part) + INDEX_SUFFIX, 'utf8')
    } catch (error) {
      if (!isMissing(error)) throw error
    }
    const stored = await this.#storage.read(partIndexKey(part))
    return stored === null ? null : await text(stored.body)
  }
}

async function readLocal(file: string, { firstByte, lastByte }: ByteRange) {
  try {
    const handle = await open(file, 'r')
    const { size } = await handle.stat()
    const end = Math.min(size - 1, lastByte)
    const body = createReadStream('', { fd: handle, start: firstByte, end })
    return { body, sizeBytes: Math.max(0, end - firstByte + 1) }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'
