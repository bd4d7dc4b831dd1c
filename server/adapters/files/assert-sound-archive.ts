import { openPromise } from 'yauzl'
import { AppError } from '#core/contract/errors.ts'

/** A presentation full of pictures has some thousand entries; films in it lie there as they are. */
const ENTRIES_MAX = 20_000
const INSIDE_MAX_BYTES = 4 * 1024 ** 3
/** Deflate makes at best 1 of 1,032 bytes; XML of an office file comes to 30. */
const RATIO_MAX = 200
/** Below this nobody is hurt, however well it is packed. */
const HARMLESS_BYTES = 64 * 1024 ** 2

const refuse = (message: string, cause?: unknown) => new AppError('INVALID', message, { field: 'file', cause })

/**
 * Reads the directory of a zip archive, inflates nothing. Throws `INVALID` for one that would grow beyond measure, that
 * leads out of its folder, or that carries macros.
 */
export async function assertSoundArchive(path: string): Promise<void> {
  const archive = await openPromise(path, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }).catch(
    (cause: unknown) => {
      throw refuse('这个文件坏了，打不开。', cause)
    },
  )
  try {
    let entries = 0
    let insideBytes = 0
    let packedBytes = 0
    for await (const entry of archive.eachEntry()) {
      entries += 1
      insideBytes += entry.uncompressedSize
      packedBytes += entry.compressedSize
      if (/vbaProject\.bin$/i.test(entry.fileName)) throw refuse('文件里带有宏，请另存为不带宏的格式再传。')
      if (entries > ENTRIES_MAX || insideBytes > INSIDE_MAX_BYTES) throw refuse('这个文件解开后太大，没有收下。')
    }
    if (insideBytes > HARMLESS_BYTES && insideBytes > packedBytes * RATIO_MAX)
      throw refuse('这个文件解开后太大，没有收下。')
  } catch (error) {
    if (error instanceof AppError) throw error
    throw refuse('这个文件坏了，打不开。', error)
  } finally {
    archive.close()
  }
}
