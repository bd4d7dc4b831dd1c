import { join } from 'node:path'
import type { RequestListener } from 'node:http'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const TYPES: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
}

/** The plan's components on a page of their own, for tests of the editor that need no product around it. */
export async function buildPlanPage(): Promise<RequestListener> {
  const built = await build({
    root: join(import.meta.dirname, 'page'),
    configFile: false,
    logLevel: 'error',
    css: { postcss: ROOT },
    resolve: { alias: { 'next/link': join(import.meta.dirname, 'page', 'link.tsx') } },
    // next-intl asks for it when it is loaded.
    define: { 'process.env': '{}' },
    build: { write: false, minify: false },
  })
  if (Array.isArray(built) || !('output' in built)) throw new Error('one build, not a watcher, was asked for')
  const files = new Map(
    built.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : Buffer.from(file.source)]),
  )
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page.invalid')
    const name = pathname === '/' ? '/index.html' : pathname
    const body = files.get(name)
    const type = TYPES[name.split('.').at(-1) ?? '']
    response.writeHead(body === undefined ? 404 : 200, type === undefined ? {} : { 'content-type': type })
    response.end(body)
  }
}
