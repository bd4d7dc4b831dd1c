import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Upload } from 'tus-js-client'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { TestCity } from '../city/test-city.ts'

export interface UploadDoor {
  origin: string
  /** The next requests come from them. */
  as(actor: Actor): void
  /** Sent by the client that browsers use, in pieces; answers the upload's id. */
  send(bytes: Buffer, options: { fileName: string; chunkBytes?: number }): Promise<string>
  get(path: string, headers?: Record<string, string>): Promise<{ status: number; headers: Headers; body: Buffer }>
  close(): Promise<void>
}

type Route = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

/** The addresses of the library behind a real HTTP server. */
export async function openUploadDoor({ resources }: Pick<TestCity, 'resources'>): Promise<UploadDoor> {
  let actor: Actor = { kind: 'guest', guestKey: null }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const options = { actorOf: () => Promise.resolve(actor), publicUrl: new URL(origin) }
  const { uploads, files } = resources.createRoutes(options)
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const route of [uploads, files] satisfies Route[]) if (await route(request, response)) return
    response.writeHead(404).end()
  }
  return {
    origin,
    as: (next) => {
      actor = next
    },
    send: (bytes, { fileName, chunkBytes = 64 * 1024 }) =>
      new Promise((resolve, reject) => {
        const upload = new Upload(bytes, {
          endpoint: `${origin}/uploads`,
          metadata: { filename: fileName },
          chunkSize: chunkBytes,
          retryDelays: null,
          onError: reject,
          onSuccess: () => resolve(upload.url?.split('/').at(-1) ?? ''),
        })
        upload.start()
      }),
    get: async (path, headers = {}) => {
      const response = await fetch(`${origin}${path}`, { headers })
      return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
