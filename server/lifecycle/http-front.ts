import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { clientAddressOf } from '#server/adapters/identity/client-address.ts'
import { doneFrom } from '#server/adapters/identity/request-origin.ts'
import type { Logger } from '#server/observability/logger.ts'
import type { Certificate } from './lan-certificate.ts'
import { StartFault } from './start-fault.ts'

/** Resolves to whether it has taken the request. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

/** What a request that is being answered may still take when the server closes. */
const CLOSE_GRACE_MS = 1_500

/**
 * The one port of the service. Requests go to the handlers in the order they were added, and are told 503 while none
 * takes them; upgrades go to whoever claimed their path, and are refused when nobody did.
 */
export class HttpFront {
  /** For libraries that attach themselves, such as Socket.IO: claim their path with `claimUpgrades` too. */
  readonly server: Server
  readonly #log: Logger
  readonly #handlers: RequestHandler[] = []
  readonly #upgrades: { prefix: string; handler: UpgradeHandler | undefined }[] = []
  #closed: Promise<void> | undefined

  private constructor(server: Server, log: Logger) {
    this.server = server
    this.#log = log
    server.on('request', (request, response) => {
      void doneFrom(clientAddressOf(request), () => this.#answer(request, response))
    })
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head))
  }

  /** Plain HTTP, or HTTPS when a certificate is given. Does not listen yet. */
  static create({ certificate, log }: { certificate: Certificate | undefined; log: Logger }): HttpFront {
    return new HttpFront(certificate === undefined ? createHttpServer() : createHttpsServer(certificate), log)
  }

  /** Resolves to the port, which the system chooses when asked for 0. @throws StartFault when the port is not to be had */
  listen({ host, port }: { host: string; port: number }): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', (cause) => reject(explainListen(cause, { host, port })))
      this.server.listen({ host, port }, () => {
        const address = this.server.address()
        resolve(typeof address === 'object' && address !== null ? address.port : port)
      })
    })
  }

  handle(handler: RequestHandler): void {
    this.#handlers.push(handler)
  }

  /** Without a handler: the claimant listens to `server` by itself. */
  claimUpgrades(prefix: string, handler?: UpgradeHandler): void {
    this.#upgrades.push({ prefix, handler })
  }

  /** Idempotent. Takes no new connection, lets running answers end within a grace, then cuts what is left. */
  close(): Promise<void> {
    this.#closed ??= new Promise((resolve) => {
      const cut = setTimeout(() => this.server.closeAllConnections(), CLOSE_GRACE_MS)
      this.server.close(() => {
        clearTimeout(cut)
        resolve()
      })
      this.server.closeIdleConnections()
    })
    return this.#closed
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      for (const handler of this.#handlers) if (await handler(request, response)) return
      response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' })
      response.end('正在启动，请稍候。Starting, one moment please.\n')
    } catch (error) {
      this.#log.error({ err: error, method: request.method }, 'request_failed')
      if (!response.headersSent) response.writeHead(500)
      response.end()
    }
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const claim = this.#upgrades.find(({ prefix }) => request.url?.startsWith(prefix))
    if (claim === undefined) socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
    else claim.handler?.(request, socket, head)
  }
}

function explainListen(cause: Error, { host, port }: { host: string; port: number }): Error {
  const code = 'code' in cause ? cause.code : undefined
  if (code === 'EADDRINUSE') {
    return new StartFault({
      what: `端口 ${port} 已被占用。Port ${port} is taken.`,
      remedy: `请停止占用它的程序，或换一个端口：PORT=${port + 1} npm start。Stop the program that has it, or choose another port.`,
      cause,
    })
  }
  if (code === 'EACCES') {
    return new StartFault({
      what: `没有使用端口 ${port} 的权限。There is no permission to use port ${port}.`,
      remedy: '请换用 1024 以上的端口：PORT=3000 npm start。Choose a port above 1023.',
      cause,
    })
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartFault({
      what: `本机没有 HOST=${host} 这个地址。This machine has no such address.`,
      remedy: '请改正 HOST，或不设它。Correct HOST, or leave it unset.',
      cause,
    })
  }
  return cause
}
