import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Listens on a free port and tells the parent; ends when the parent hangs up. */
export function serve(httpServer: Server): void {
  httpServer.listen(0, '127.0.0.1', () => {
    process.send?.({ port: (httpServer.address() as AddressInfo).port })
  })
  process.once('disconnect', () => process.exit(0))
}
