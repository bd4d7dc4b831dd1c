import type { StoredBytes } from '#server/usecases/http/app-deps.ts'

const A_YEAR_SECONDS = 365 * 24 * 3_600

interface PictureOptions {
  /** May be kept by proxies, too. */
  shared: boolean
  mimeType?: string
}

/** A stored picture whose address names its version. */
export function sendPicture(picture: StoredBytes | null, options: PictureOptions): Response {
  const { shared, mimeType = 'image/jpeg' } = options
  if (picture === null) return new Response(null, { status: 404 })
  return new Response(toWeb(picture.body), {
    headers: {
      'content-type': mimeType,
      'x-content-type-options': 'nosniff',
      'content-length': String(picture.sizeBytes),
      'cache-control': `${shared ? 'public' : 'private'}, max-age=${A_YEAR_SECONDS}, immutable`,
    },
  })
}

const toWeb = (body: NodeJS.ReadableStream): ReadableStream<Uint8Array> => {
  const chunks = body[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await chunks.next()
      if (done === true) controller.close()
      else controller.enqueue(typeof value === 'string' ? Buffer.from(value) : value)
    },
    cancel: async () => {
      await chunks.return?.()
    },
  })
}
