import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { InboxSocket } from '#app/_client/inbox-socket.ts'
import { InboxChanges } from '#server/adapters/postgres/inbox-changes.ts'
import { PostgresInbox } from '#server/adapters/postgres/postgres-inbox.ts'
import { InboxSockets } from '#server/realtime/inbox-sockets.ts'
import { createKeptLog } from '#tests/support/city/kept-log.ts'
import type { TestCity } from '#tests/support/city/test-city.ts'

/** One open page of somebody, and every number it was told. */
export class OpenPage {
  readonly told: (number | null)[] = []
  readonly socket: InboxSocket
  #heard: () => void = () => undefined

  constructor(origin: string, cookie: string) {
    const tell = (count: number | null) => {
      this.told.push(count)
      this.#heard()
    }
    this.socket = InboxSocket.open({ origin, headers: { cookie }, tell })
  }

  /** Resolves when the newest number told is this one; the test's own deadline is the only one. */
  async until(count: number | null): Promise<void> {
    while (this.told.at(-1) !== count) await new Promise<void>((resolve) => (this.#heard = resolve))
  }
}

/** What one process of the service brings for messages: sockets on a port of its own, and its ear at the database. */
export async function openInboxNode(city: TestCity) {
  const httpServer = createServer()
  const { log } = createKeptLog()
  const sockets = new InboxSockets({
    ...{ httpServer, log, inbox: new PostgresInbox(city.database), publicOrigins: [] },
    actorOf: (headers) => city.app.identity.actorOf(headers),
  })
  const changes = await InboxChanges.follow({ url: city.databaseUrl, listener: (one) => sockets.heard(one), log })
  httpServer.listen(0, '127.0.0.1')
  await once(httpServer, 'listening')
  const origin = `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`
  const pages: OpenPage[] = []
  return {
    origin,
    sockets,
    open: (cookie: string) => {
      const page = new OpenPage(origin, cookie)
      pages.push(page)
      return page
    },
    close: async () => {
      for (const page of pages) page.socket.close()
      await sockets.close()
      await changes.close()
      httpServer.close()
      httpServer.closeAllConnections()
    },
  }
}
