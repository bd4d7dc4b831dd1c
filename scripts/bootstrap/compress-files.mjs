import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const compress = promisify(brotliCompress)

const TEXTS = /\.(js|css)$/
/** Below this it saves no packet. */
const MIN_BYTES = 1_024

/**
 * Lays a Brotli copy (`.br`) beside every script and style sheet of a folder: a seventh less than the gzip that is made
 * anew for each answer. It is the best compression there is and takes some seconds, once for each build.
 */
export async function compressFiles(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXTS.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  await Promise.all(
    files.map(async (file) => {
      const bytes = readFileSync(file)
      if (bytes.length < MIN_BYTES) return
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
      writeFileSync(`${file}.br`, await compress(bytes, { params }))
    }),
  )
}
