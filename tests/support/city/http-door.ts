import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { acknowledgement, type Acknowledgement } from '#core/contract/acknowledgement.ts'
import { handleRpc } from '#app/_server/rpc.ts'
import { stampClientAddress } from '#server/adapters/identity/client-address.ts'
import type { AppDeps } from '#server/usecases/http/app-deps.ts'

export interface Answer {
  status: number
  body: Acknowledgement
  cookies: string[]
}

export interface HttpDoor {
  origin: string
  post(path: string, request: { body: unknown; cookie?: string; headers?: Record<string, string> }): Promise<Answer>
  close(): Promise<void>
}

/** The handlers of `/api/rpc` and `/api/auth` behind a real HTTP server, as Next calls them. */
export async function openHttpDoor(app: AppDeps): Promise<HttpDoor> {
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      stampClientAddress(incoming)
      const request = await toRequest(incoming)
      const { pathname } = new URL(request.url)
      const name = /^\/api\/rpc\/(.+)$/.exec(pathname)?.[1]
      const response = await (name === undefined
        ? app.identity.handle(request)
        : handleRpc(app, request, decodeURIComponent(name)))
      outgoing.writeHead(response.status, [...response.headers].flat())
      outgoing.end(Buffer.from(await response.arrayBuffer()))
    })().catch((error: unknown) => outgoing.destroy(error instanceof Error ? error : undefined))
  })
  // A test may think for longer than the five seconds after which Node closes a connection under the next request.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const origin = `http://127.0.0.1:${portOf(address)}`
  return {
    origin,
    post: async (path, { body, cookie, headers = {} }) => {
      const response = await fetch(`${origin}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin,
          ...(cookie === undefined ? {} : { cookie }),
          ...headers,
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
      const answer = acknowledgement.parse(await response.json())
      return { status: response.status, body: answer, cookies: response.headers.getSetCookie() }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  return address.port
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const chunks: Uint8Array<ArrayBuffer>[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const url = `http://${incoming.headers.host ?? ''}${incoming.url ?? '/'}`
  return new Request(url, { method: incoming.method ?? 'POST', headers, body: new Blob(chunks) })
}

/** The cookie that signs in whoever has this account. */
export async function signIn(door: HttpDoor, account: { username: string; password: string }): Promise<string> {
  const { body, cookies } = await door.post('/api/auth/sign-in', { body: account })
  if (!body.ok) throw new Error(`${account.username} could not sign in: ${body.error.code}`)
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

export const codeOf = (answer: Answer): string => (answer.body.ok ? 'OK' : answer.body.error.code)
