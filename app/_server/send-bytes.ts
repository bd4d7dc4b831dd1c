import { buffer } from 'node:stream/consumers'
import type { StoredBytes } from '#server/usecases/http/app-deps.ts'

const A_YEAR_SECONDS = 365 * 24 * 3_600

interface PictureOptions {
  /** May be kept by proxies, too. */
  shared: boolean
  mimeType?: string
}

/**
 * A stored picture whose address names its version. Read as a whole: pictures are small, and Next leaves a stream that
 * nobody waits for any more open, with the file under it.
 */
export async function sendPicture(picture: StoredBytes | null, options: PictureOptions): Promise<Response> {
  const { shared, mimeType = 'image/jpeg' } = options
  if (picture === null) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(await buffer(picture.body)), {
    headers: {
      'content-type': mimeType,
      'x-content-type-options': 'nosniff',
      'content-length': String(picture.sizeBytes),
      'cache-control': `${shared ? 'public' : 'private'}, max-age=${A_YEAR_SECONDS}, immutable`,
    },
  })
}
