import { Unzip, UnzipInflate, unzipSync } from 'fflate'
import { AppError } from '#core/contract/errors.ts'
import { notReadable, tooLargeInside } from './table-error.ts'

/** Of all that is read from the archive. 40,000 people are about 25 MB of XML. */
export const INSIDE_MAX_BYTES = 128 * 1_024 * 1_024
const ENTRIES_MAX = 2_000
/** At the best ratio that deflate has, a piece becomes 16 MB: so much more than the limit is made at most. */
const PIECE_BYTES = 16 * 1_024

/**
 * The wanted files of a zip archive. The declared sizes are looked at before anything is inflated; as they may lie, the
 * bytes are counted again while they come.
 * @throws AppError `QUOTA` for an archive that is a bomb, `INVALID` for what is no archive
 */
export function unpack(bytes: Uint8Array, { wants }: { wants: (name: string) => boolean }): Map<string, Uint8Array> {
  assertDeclaredSizes(bytes, { wants })
  const parts = new Map<string, Uint8Array[]>()
  let sizeBytes = 0
  const reader = new Unzip((file) => {
    if (!wants(file.name)) return
    const own: Uint8Array[] = []
    parts.set(file.name, own)
    file.ondata = (error, piece) => {
      // What is thrown here comes back once more as an error of the archive.
      if (error !== null) throw error instanceof AppError ? error : notReadable(error)
      sizeBytes += piece.byteLength
      if (sizeBytes > INSIDE_MAX_BYTES) throw tooLargeInside()
      own.push(piece)
    }
    file.start()
  })
  reader.register(UnzipInflate)
  for (let start = 0; start < bytes.byteLength; start += PIECE_BYTES) {
    const end = Math.min(bytes.byteLength, start + PIECE_BYTES)
    reader.push(bytes.subarray(start, end), end === bytes.byteLength)
  }
  return new Map([...parts].map(([name, pieces]) => [name, Buffer.concat(pieces)]))
}

function assertDeclaredSizes(bytes: Uint8Array, { wants }: { wants: (name: string) => boolean }): void {
  let declaredBytes = 0
  let entries = 0
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      entries += 1
      if (wants(name)) declaredBytes += originalSize
      return false
    },
  })
  if (entries > ENTRIES_MAX || declaredBytes > INSIDE_MAX_BYTES) throw tooLargeInside()
}
