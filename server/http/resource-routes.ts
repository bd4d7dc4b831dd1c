import type { IncomingMessage, ServerResponse } from 'node:http'
import { AppError } from '#core/contract/errors.ts'
import { id as idSchema } from '#core/contract/fields.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { Clock, Log, ObjectStorage } from '#server/usecases/ports.ts'
import type { FilePiece, Resources } from '#server/usecases/resources/ports.ts'
import { noteDownload, readResourceFile, type ResourceFile } from '#server/usecases/resources/read-file.ts'
import { SeenBytes } from './seen-bytes.ts'
import { sendBytes } from './send-bytes.ts'

export interface ResourceRoutesDeps {
  resources: Resources
  storage: ObjectStorage
  actorOf(headers: Headers): Promise<Actor>
  clock: Clock
  log: Log
}

type Asked = { resourceId: string; number: number; piece: FilePiece }

/** Even a file that a browser would take for a page cannot run anything here. */
const LOCKED = "default-src 'none'; sandbox"

/**
 * The bytes of the library: `/media/resources/<resource>/<number>/` and `shown`, `thumbnail` or `download`. Resolves
 * to whether the address is one of these.
 */
export function createResourceRoutes(deps: ResourceRoutesDeps) {
  const seen = new SeenBytes<ResourceFile>({ nowMs: () => deps.clock.nowEpochMs() })
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const asked = parseAddress(request.url ?? '/')
    if (asked === null) return false
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD') return settle(response, 405)
      const { cookie = '' } = request.headers
      const actorNow = () => deps.actorOf(new Headers(cookie === '' ? {} : { cookie }))
      const key = `${asked.piece} ${asked.resourceId} ${asked.number} ${cookie}`
      const bytes = await seen.get(key, async () => readResourceFile(deps, await actorNow(), asked))
      response.setHeader('x-content-type-options', 'nosniff')
      response.setHeader('content-security-policy', LOCKED)
      if (bytes.fileName !== null) response.setHeader('content-disposition', savedAs(bytes.fileName))
      await sendBytes({ request, response }, { bytes, tag: `${asked.piece}-${bytes.sha256}` })
      // Told once it has been handed over to its end; a part of it is no download.
      if (asked.piece === 'download' && request.method === 'GET' && response.statusCode === 200)
        await noteDownload(deps, await actorNow(), asked.resourceId)
    } catch (error) {
      if (response.headersSent || request.destroyed) response.destroy()
      else if (error instanceof AppError && error.code === 'NOT_FOUND') settle(response, 404)
      else {
        deps.log.error({ err: error, path: request.url?.split('?')[0] }, 'resource_request_failed')
        settle(response, 500)
      }
    }
    return true
  }
}

function parseAddress(address: string): Asked | null {
  const path = address.split('?')[0] ?? ''
  const match = /^\/media\/resources\/([^/]+)\/(\d{1,6})\/(shown|thumbnail|download)$/.exec(path)
  const id = idSchema.safeParse(match?.[1])
  const piece = (['shown', 'thumbnail', 'download'] as const).find((one) => one === match?.[3])
  if (match === null || !id.success || piece === undefined) return null
  return { resourceId: id.data, number: Number(match[2]), piece }
}

/** RFC 6266: browsers take the name in UTF-8, and anything else a plain one. */
const savedAs = (fileName: string) =>
  `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(fileName).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`

function settle(response: ServerResponse, status: number): true {
  response.writeHead(status, { 'content-length': 0, 'cache-control': 'no-store' }).end()
  return true
}
