import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Registry } from 'prom-client'
import type { HealthRegistry } from './health.ts'

export interface OperationsRoutesDeps {
  health: HealthRegistry
  metrics: Registry
}

/**
 * Answers `GET /healthz` (the process is alive), `GET /readyz` (200, or 503 with what is not ready) and, to this
 * machine alone, `GET /metrics`. Resolves to whether the request was one of these.
 */
export type OperationsRoutes = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

export function createOperationsRoutes({ health, metrics }: OperationsRoutesDeps): OperationsRoutes {
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    switch (request.url?.split('?')[0]) {
      case '/healthz':
        sendJson(response, { status: 200, body: { status: 'alive' } })
        return true
      case '/readyz': {
        const readiness = await health.readiness()
        sendJson(response, { status: readiness.ready ? 200 : 503, body: readiness })
        return true
      }
      case '/metrics':
        if (!isFromThisMachine(request)) return false
        response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' })
        response.end(await metrics.metrics())
        return true
      default:
        return false
    }
  }
}

/** A reverse proxy on this machine also comes from loopback; it names the one whom it speaks for. */
function isFromThisMachine({ socket, headers }: IncomingMessage): boolean {
  const address = socket.remoteAddress ?? ''
  const isLoopback = address === '::1' || /^(::ffff:)?127\./.test(address)
  return isLoopback && headers['x-forwarded-for'] === undefined && headers['forwarded'] === undefined
}

function sendJson(response: ServerResponse, { status, body }: { status: number; body: unknown }): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}
