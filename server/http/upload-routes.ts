import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Actor } from '#core/domain/policy/actor.ts'
import { isSameOrigin } from '#server/adapters/identity/same-origin.ts'
import type { TusUploads } from '#server/adapters/storage/tus-uploads.ts'

export interface UploadRoutesDeps {
  uploads: TusUploads
  actorOf(headers: Headers): Promise<Actor>
  publicUrl: URL
}

const METHODS: ReadonlySet<string> = new Set(['POST', 'PATCH', 'HEAD', 'DELETE'])

/**
 * `/uploads` and `/uploads/<id>`: bytes sent by tus, of people who are signed in, each their own. What they become is asked
 * for by `resource.add`. Resolves to whether the address is one of these.
 */
export function createUploadRoutes({ uploads, actorOf, publicUrl }: UploadRoutesDeps) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const match = /^\/uploads(?:\/([0-9a-f]{32}))?$/.exec((request.url ?? '').split('?')[0] ?? '')
    if (match === null) return false
    const { method = 'GET' } = request
    const [, uploadId] = match
    if (!METHODS.has(method) || (method === 'POST') !== (uploadId === undefined)) return refuse(response, 405)
    const headers = headersOf(request)
    if (!isSameOrigin(headers, { publicUrl })) return refuse(response, 403)
    const actor = await actorOf(headers)
    if (actor.kind !== 'person') return refuse(response, 401)
    if (uploadId !== undefined && (await uploads.ownerOf(uploadId)) !== actor.personId) return refuse(response, 404)
    await uploads.answer(request, response, { ownerId: actor.personId })
    return true
  }
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (const name of ['cookie', 'origin', 'host', 'sec-fetch-site']) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}

function refuse(response: ServerResponse, status: number): true {
  // What is still being sent is not read to its end.
  response.writeHead(status, { 'content-length': 0, 'cache-control': 'no-store', connection: 'close' }).end()
  return true
}
