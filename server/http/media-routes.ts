import type { IncomingMessage, ServerResponse } from 'node:http'
import { AppError } from '#core/contract/errors.ts'
import { id as idSchema } from '#core/contract/fields.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { Clock, Log } from '#server/usecases/ports.ts'
import {
  readMix,
  readPart,
  readPartIndex,
  readThumbnail,
  type ReadBytesDeps,
  type ReplayBytes,
} from '#server/usecases/replay/read-bytes.ts'
import { SeenBytes } from './seen-bytes.ts'
import { sendBytes } from './send-bytes.ts'

export interface MediaRoutesDeps extends ReadBytesDeps {
  actorOf(headers: Headers): Promise<Actor>
  clock: Clock
  log: Log
}

type Exchange = { request: IncomingMessage; response: ServerResponse }
type WholePiece = 'part' | 'mix' | 'thumbnail'
type Asked = { piece: WholePiece | 'init'; id: string } | { piece: 'index'; id: string; afterCount: number }

/**
 * The bytes of replays, without Next in between: `/media/recordings/<part>`, its `/index` and `/init`,
 * `/media/recordings/<recording>/mix`, `/media/thumbnails/<track>`. Resolves to whether the address is one of these.
 */
export function createMediaRoutes(deps: MediaRoutesDeps) {
  const seen = new SeenBytes({ nowMs: () => deps.clock.nowEpochMs() })
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const asked = parseAddress(request.url ?? '/')
    if (asked === null) return false
    const exchange = { request, response }
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD') refuse(exchange, 405)
      else await answer({ ...deps, seen }, exchange, asked)
    } catch (error) {
      settleFailure(deps.log, exchange, error)
    }
    return true
  }
}

function parseAddress(address: string): Asked | null {
  if (!address.startsWith('/media/')) return null
  const { pathname, searchParams } = new URL(address, 'http://media.invalid')
  const match = /^\/media\/(recordings|thumbnails)\/([^/]+)(?:\/(index|init|mix))?$/.exec(pathname)
  const id = idSchema.safeParse(match?.[2])
  if (match === null || !id.success) return null
  const [, kind, , piece] = match
  if (kind === 'thumbnails') return piece === undefined ? { piece: 'thumbnail', id: id.data } : null
  if (piece === 'index') {
    const afterCount = Number(searchParams.get('after') ?? 0)
    return { piece, id: id.data, afterCount: Number.isSafeInteger(afterCount) && afterCount > 0 ? afterCount : 0 }
  }
  return { piece: piece === 'init' || piece === 'mix' ? piece : 'part', id: id.data }
}

const READERS: Record<WholePiece, (deps: ReadBytesDeps, actor: Actor, id: string) => Promise<ReplayBytes>> = {
  part: readPart,
  mix: readMix,
  thumbnail: readThumbnail,
}

async function answer(deps: MediaRoutesDeps & { seen: SeenBytes }, exchange: Exchange, asked: Asked): Promise<void> {
  const { cookie = '' } = exchange.request.headers
  const actorNow = () => deps.actorOf(new Headers(cookie === '' ? {} : { cookie }))
  const { id } = asked
  switch (asked.piece) {
    case 'part':
    case 'mix':
    case 'thumbnail': {
      const { piece } = asked
      const find = async () => READERS[piece](deps, await actorNow(), id)
      const bytes = await deps.seen.get(`${piece} ${id} ${cookie}`, find)
      return await sendBytes(exchange, { bytes, tag: `${piece}-${id}` })
    }
    case 'index': {
      const { fragments } = await readPartIndex(deps, await actorNow(), { partId: id, afterCount: asked.afterCount })
      const lines = fragments.map((fragment) => `${JSON.stringify(fragment)}\n`).join('')
      return sendText(exchange, { body: Buffer.from(lines), mimeType: 'application/x-ndjson' })
    }
    case 'init': {
      const { init } = await readPartIndex(deps, await actorNow(), { partId: id, afterCount: Infinity })
      return sendText(exchange, { body: init, mimeType: 'application/octet-stream' })
    }
    default:
      return asked satisfies never
  }
}

function sendText({ request, response }: Exchange, { body, mimeType }: { body: Buffer; mimeType: string }): void {
  response.writeHead(200, { 'content-type': mimeType, 'content-length': body.length, 'cache-control': 'no-store' })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function refuse({ response }: Exchange, status: number): void {
  response.writeHead(status, { 'content-length': 0, 'cache-control': 'no-store' }).end()
}

function settleFailure(log: Log, exchange: Exchange, error: unknown): void {
  const { response, request } = exchange
  // A viewer who seeks lets go of the answer that is under way.
  if (response.headersSent || request.destroyed) {
    response.destroy()
    return
  }
  if (error instanceof AppError && error.code === 'NOT_FOUND') return refuse(exchange, 404)
  log.error({ err: error, path: request.url?.split('?')[0] }, 'media_request_failed')
  refuse(exchange, 500)
}
