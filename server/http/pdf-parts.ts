import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import send from 'send'

const PREFIX = '/pdf-parts/'
const ADDRESS = /^\/pdf-parts\/((?:cmaps|standard_fonts|wasm)\/[\w.-]+)$/
const A_WEEK_MS = 7 * 24 * 3_600_000

/** What pdf.js asks for while it draws, out of its own package: character maps, fonts, decoders. */
export function createPdfParts() {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    if (!path.startsWith(PREFIX)) return Promise.resolve(false)
    const [, file] = ADDRESS.exec(path) ?? []
    if (file === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(404, { 'content-length': 0 }).end()
      return Promise.resolve(true)
    }
    response.setHeader('x-content-type-options', 'nosniff')
    send(request, `/${file}`, { root, maxAge: A_WEEK_MS }).pipe(response)
    return Promise.resolve(true)
  }
}
