import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { POST as postApplicationPhoto } from '#app/api/applications/photo/route.ts'
import { GET as getApplicationPhoto } from '#app/api/applications/photos/[photoId]/route.ts'
import { GET as getCover } from '#app/api/covers/[activityId]/route.ts'
import { GET as getExport } from '#app/api/exports/[list]/route.ts'
import { GET as getImportFaults } from '#app/api/imports/[batchId]/faults/route.ts'
import { POST as postImport } from '#app/api/imports/route.ts'
import { GET as getImportTemplate } from '#app/api/imports/template/[kind]/route.ts'
import { POST as postPlanImage } from '#app/api/plans/[planId]/images/route.ts'
import { GET as getPortrait } from '#app/api/portraits/[personId]/route.ts'
import { GET as getPlanImage } from '#app/media/images/[imageId]/route.ts'
import { provideAppDeps, type AppDeps } from '#server/usecases/http/app-deps.ts'

type MediaRoutes = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

/** What an address answered. */
export interface AddressAnswer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

export interface AddressDoor {
  /** `path` goes out as it is written: `..` and `%2e` are not made tidy on the way. */
  ask(
    path: string,
    request?: { method?: string; cookie?: string | undefined; headers?: Record<string, string>; body?: Uint8Array },
  ): Promise<AddressAnswer>
  close(): Promise<void>
}

/** The addresses of Next that answer bytes, as its router matches them: one segment of the path is one parameter. */
const APP_ROUTES: {
  method: 'GET' | 'POST'
  path: RegExp
  answer: (request: Request, id: string) => Promise<Response>
}[] = [
  {
    ...{ method: 'POST', path: /^\/api\/(imports)$/ },
    answer: (request) => postImport(request),
  },
  {
    ...{ method: 'GET', path: /^\/api\/imports\/template\/([^/]+)$/ },
    answer: (request, kind) => getImportTemplate(request, { params: Promise.resolve({ kind }) }),
  },
  {
    ...{ method: 'GET', path: /^\/api\/imports\/([^/]+)\/faults$/ },
    answer: (request, batchId) => getImportFaults(request, { params: Promise.resolve({ batchId }) }),
  },
  {
    ...{ method: 'POST', path: /^\/api\/applications\/(photo)$/ },
    answer: (request) => postApplicationPhoto(request),
  },
  {
    ...{ method: 'GET', path: /^\/api\/applications\/photos\/([^/]+)$/ },
    answer: (request, photoId) => getApplicationPhoto(request, { params: Promise.resolve({ photoId }) }),
  },
  {
    ...{ method: 'GET', path: /^\/api\/exports\/([^/]+)$/ },
    answer: (request, list) => getExport(request, { params: Promise.resolve({ list }) }),
  },
  {
    ...{ method: 'GET', path: /^\/api\/covers\/([^/]+)$/ },
    answer: (request, activityId) => getCover(request, { params: Promise.resolve({ activityId }) }),
  },
  {
    ...{ method: 'GET', path: /^\/api\/portraits\/([^/]+)$/ },
    answer: (request, personId) => getPortrait(request, { params: Promise.resolve({ personId }) }),
  },
  {
    ...{ method: 'GET', path: /^\/media\/images\/([^/]+)$/ },
    answer: (request, imageId) => getPlanImage(request, { params: Promise.resolve({ imageId }) }),
  },
  {
    ...{ method: 'POST', path: /^\/api\/plans\/([^/]+)\/images$/ },
    answer: (request, planId) => postPlanImage(request, { params: Promise.resolve({ planId }) }),
  },
]

/** Every address that answers bytes behind one real HTTP server, in the order of the process: the media routes, then Next's. */
export async function openAddressDoor(app: AppDeps, { media }: { media: MediaRoutes }): Promise<AddressDoor> {
  provideAppDeps(app)
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      if (await media(incoming, outgoing)) return
      const response = await answerOfApp(incoming)
      outgoing.writeHead(response.status, [...response.headers].flat())
      // Next answers HEAD by GET without its body.
      outgoing.end(incoming.method === 'HEAD' ? undefined : Buffer.from(await response.arrayBuffer()))
    })().catch((error: unknown) => outgoing.destroy(error instanceof Error ? error : undefined))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server.address())
  return {
    ask: (path, { method = 'GET', cookie, headers = {}, body } = {}) =>
      send({ port, path, method, headers: { ...headers, ...(cookie === undefined ? {} : { cookie }) }, body }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answerOfApp(incoming: IncomingMessage): Promise<Response> {
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'door.invalid'}`)
  const method = incoming.method === 'HEAD' ? 'GET' : incoming.method
  for (const route of APP_ROUTES) {
    const id = route.path.exec(url.pathname)?.[1]
    if (route.method !== method || id === undefined) continue
    const headers = new Headers()
    for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value))
    const body = method === 'POST' ? { body: new Blob([new Uint8Array(await buffer(incoming))]) } : {}
    return await route.answer(new Request(url, { method, headers, ...body }), decodeURIComponent(id))
  }
  return new Response(null, { status: 404 })
}

type Sent = {
  port: number
  path: string
  method: string
  headers: Record<string, string>
  body: Uint8Array | undefined
}

async function send({ body, ...options }: Sent): Promise<AddressAnswer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', ...options, setHost: true }, resolve)
    sent.on('error', reject)
    sent.end(body)
  })
  return { status: response.statusCode ?? 0, headers: response.headers, body: await buffer(response) }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  return address.port
}
