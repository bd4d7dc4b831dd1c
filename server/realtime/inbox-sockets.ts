import type { IncomingMessage, Server as HttpServer } from 'node:http'
import type { DefaultEventsMap, Server } from 'socket.io'
import { INBOX_EVENT, type InboxNews } from '#core/contract/notifications.ts'
import { INBOX_PATH } from '#core/contract/protocol.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { Inbox, InboxChange } from '#server/usecases/notifications/ports.ts'
import type { Log } from '#server/usecases/ports.ts'
import { ConnectionQuota, SOCKETS_PER_ADDRESS } from './connection-quota.ts'
import { authenticate, openGateway } from './gateway.ts'
import { personChannel } from './room-socket.ts'

/** A page that lies open costs two small frames a minute; a dead one is noticed when there is something to tell. */
const PING_INTERVAL_MS = 60_000
const PING_TIMEOUT_MS = 20_000
/** Nothing is asked on these sockets. */
const MAX_MESSAGE_BYTES = 1_000
const PERSONS_PER_QUERY = 1_000

type ServerEvents = { [INBOX_EVENT]: (news: InboxNews) => void }

export interface InboxSocketsOptions {
  httpServer: HttpServer
  inbox: Pick<Inbox, 'unreadCounts'>
  actorOf: (headers: Headers) => Promise<Actor>
  addressOf?: (request: IncomingMessage) => string
  publicOrigins: readonly string[]
  log: Log
  socketsPerAddress?: number
}

/**
 * [NOTE4] Tells the open pages of a person how much is unread: when they come, come back, and whenever it may have changed. Only a
 * number; what it is about, pages ask over HTTP.
 */
export class InboxSockets {
  readonly #io: Server<DefaultEventsMap, ServerEvents>
  readonly #inbox: Pick<Inbox, 'unreadCounts'>
  readonly #log: Log
  readonly #waiting = new Set<string>()
  #isTelling = false
  #closed: Promise<void> | undefined

  constructor({ httpServer, inbox, actorOf, publicOrigins, log, ...options }: InboxSocketsOptions) {
    const addressOf = options.addressOf ?? ((request: IncomingMessage) => request.socket.remoteAddress ?? '')
    const quota = new ConnectionQuota({ addressOf, perAddress: options.socketsPerAddress ?? SOCKETS_PER_ADDRESS })
    this.#inbox = inbox
    this.#log = log
    this.#io = openGateway<ServerEvents>({
      ...{ httpServer, publicOrigins, quota, path: INBOX_PATH, maxMessageBytes: MAX_MESSAGE_BYTES },
      ...{ pingIntervalMs: PING_INTERVAL_MS, pingTimeoutMs: PING_TIMEOUT_MS },
    })
    const { actorOfSocket } = authenticate(this.#io, { actorOf, log, only: 'persons' })
    this.#io.on('connection', (socket) => {
      const address = quota.take(socket.request)
      socket.on('disconnect', () => quota.release(address))
      const actor = actorOfSocket(socket)
      if (actor.kind !== 'person') return
      void socket.join(personChannel(actor.personId))
      this.#tell([actor.personId])
    })
  }

  /** From whoever hears of changes, in whatever process they were made. */
  heard(change: InboxChange): void {
    this.#tell(change.whose === 'persons' ? change.personIds.filter((one) => this.#isHere(one)) : this.#everybodyHere())
  }

  /** [AUTH2] Their rights are gone: they come back as who they are then, if at all. */
  closePerson(personId: string): void {
    this.#io.local.in(personChannel(personId)).disconnectSockets(true)
  }

  /** Idempotent. */
  close(): Promise<void> {
    return (this.#closed ??= this.#close())
  }

  async #close(): Promise<void> {
    this.#waiting.clear()
    this.#io.local.disconnectSockets(true)
    this.#io.engine.close()
    await this.#io.of('/').adapter.close()
  }

  #isHere(personId: string): boolean {
    return this.#io.of('/').adapter.rooms.has(personChannel(personId))
  }

  #everybodyHere(): string[] {
    const prefix = personChannel('')
    return [...this.#io.of('/').adapter.rooms.keys()]
      .filter((room) => room.startsWith(prefix))
      .map((room) => room.slice(prefix.length))
  }

  /** One question at a time: a number that was read earlier is never told later. A burst is one question. */
  #tell(personIds: readonly string[]): void {
    for (const personId of personIds) this.#waiting.add(personId)
    if (this.#isTelling) return
    this.#isTelling = true
    void this.#tellWaiting()
      .catch((error: unknown) => this.#log.warn({ err: error }, 'inbox_not_told'))
      .finally(() => (this.#isTelling = false))
  }

  async #tellWaiting(): Promise<void> {
    while (this.#waiting.size > 0) {
      const personIds = [...this.#waiting].slice(0, PERSONS_PER_QUERY)
      for (const personId of personIds) this.#waiting.delete(personId)
      const counts = await this.#inbox.unreadCounts(personIds)
      if (this.#closed !== undefined) return
      for (const [personId, unreadCount] of counts) {
        this.#io.local.to(personChannel(personId)).emit(INBOX_EVENT, { unreadCount })
      }
    }
  }
}
