import type { StoredBytes } from '#server/usecases/http/app-deps.ts'

const A_YEAR_SECONDS = 365 * 24 * 3_600

/** A stored picture whose address names its version. `shared`: may be kept by proxies, too. */
export function sendPicture(picture: StoredBytes | null, { shared }: { shared: boolean }): Response {
  if (picture === null) return new Response(null, { status: 404 })
  return new Response(toWeb(picture.body), {
    headers: {
      'content-type': 'image/jpeg',
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
