import { existsSync, readdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, relative } from 'node:path'
import send from 'send'

const PREFIX = '/_next/static/'
const COPY = '.br'
/** Names change with contents. */
const CACHE_CONTROL = 'public, max-age=31536000, immutable'
const TYPES = new Map([
  ['js', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
])

/**
 * Answers scripts and style sheets of the built pages with the Brotli copies that the build has laid beside them, for
 * browsers that take them; resolves to whether it has. Everything else is left to Next, which compresses anew each time.
 */
export function createBuiltFiles({ folder }: { folder: string }) {
  const copies = new Set(existsSync(folder) ? listCopies(folder) : [])
  return (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const file = fileOf(request)
    if (file === undefined || !copies.has(file.path)) return Promise.resolve(false)
    response.setHeader('content-type', file.type)
    response.setHeader('content-encoding', 'br')
    response.setHeader('vary', 'Accept-Encoding')
    response.setHeader('cache-control', CACHE_CONTROL)
    response.setHeader('x-content-type-options', 'nosniff')
    send(request, `/${file.path}${COPY}`, { root: folder, cacheControl: false, acceptRanges: false }).pipe(response)
    return Promise.resolve(true)
  }
}

function fileOf({ method, url = '', headers }: IncomingMessage): { path: string; type: string } | undefined {
  if ((method !== 'GET' && method !== 'HEAD') || !url.startsWith(PREFIX)) return undefined
  if (!/\bbr\b/.test(String(headers['accept-encoding'] ?? ''))) return undefined
  const path = url.slice(PREFIX.length).replace(/\?.*$/, '')
  const type = TYPES.get(/\.(\w+)$/.exec(path)?.[1] ?? '')
  return type === undefined ? undefined : { path, type }
}

const listCopies = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(COPY))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).slice(0, -COPY.length))
