import { io, type Socket } from 'socket.io-client'
import { acknowledgement } from '#core/contract/acknowledgement.ts'
import { SOCKET_PATH } from '#core/contract/protocol.ts'
import { roomEventNames, roomEvents, type RoomEvent, type RoomEventName } from '#core/contract/room-events.ts'
import { roomRequests, type RoomInput, type RoomOutput, type RoomRequestName } from '#core/contract/room-requests.ts'
import type { z } from 'zod'
import { RequestError } from './request-error.ts'

const REQUEST_DEADLINE_MS = 10_000
const RECONNECT_FIRST_MS = 250
const RECONNECT_MAX_MS = 2_000

export interface RoomConnectionOptions {
  /** Origin of the server; the page's own when absent. */
  origin?: string
  /** For programs without a cookie jar. */
  headers?: Record<string, string>
}

export type RoomEventListener<N extends RoomEventName> = (event: RoomEvent<N>) => void

const eventSchemas: { readonly [N in RoomEventName]: z.ZodType<RoomEvent<N>> } = roomEvents
const outputSchemas: { readonly [N in RoomRequestName]: { output: z.ZodType<RoomOutput<N>> } } = roomRequests

/** The socket with types on it: requests are answered, parsed and throw `RequestError`; events are parsed before anybody sees them. */
export class RoomConnection {
  readonly #socket: Socket
  readonly #listeners = new Map<RoomEventName, Set<(event: never) => void>>()

  constructor({ origin, headers }: RoomConnectionOptions = {}) {
    const options = {
      path: SOCKET_PATH,
      transports: ['websocket'],
      autoConnect: false,
      forceNew: true,
      reconnectionDelay: RECONNECT_FIRST_MS,
      reconnectionDelayMax: RECONNECT_MAX_MS,
      withCredentials: true,
      ...(headers === undefined ? {} : { extraHeaders: headers }),
    }
    this.#socket = origin === undefined ? io(options) : io(origin, options)
    for (const name of roomEventNames) this.#listen(name)
  }

  get connected(): boolean {
    return this.#socket.connected
  }

  open(): void {
    this.#socket.connect()
  }

  /** Tries at once instead of waiting for the next turn: the browser says that the network is back. */
  hurry(): void {
    if (this.#socket.connected || !this.#socket.active) return
    this.#socket.disconnect().connect()
  }

  /** Idempotent. Nothing is heard or tried after it. */
  close(): void {
    this.#socket.disconnect()
    this.#socket.removeAllListeners()
    this.#listeners.clear()
  }

  onConnect(listener: () => void): void {
    this.#socket.on('connect', listener)
  }

  /** Also after attempts that failed. The socket goes on trying by itself. */
  onLost(listener: () => void): void {
    this.#socket.on('connect_error', listener)
    this.#socket.on('disconnect', (reason) => {
      listener()
      // The server closed it on purpose (a restart): Socket.IO would not come back by itself.
      if (reason === 'io server disconnect') setTimeout(() => this.#socket.connect(), RECONNECT_FIRST_MS)
    })
  }

  on<N extends RoomEventName>(name: N, listener: RoomEventListener<N>): () => void {
    const listeners = this.#listeners.get(name) ?? new Set()
    listeners.add(listener)
    this.#listeners.set(name, listeners)
    return () => listeners.delete(listener)
  }

  /** [ACK1] Throws `RequestError`; `UNAVAILABLE` where no answer came in time. */
  async request<N extends RoomRequestName>(name: N, input: RoomInput<N>): Promise<RoomOutput<N>> {
    if (!this.#socket.connected) throw RequestError.unanswered()
    let answer: unknown
    try {
      answer = await this.#socket.timeout(REQUEST_DEADLINE_MS).emitWithAck(name, input)
    } catch (cause) {
      throw RequestError.unanswered(cause)
    }
    const ack = acknowledgement.safeParse(answer)
    if (!ack.success) throw RequestError.unanswered(ack.error)
    if (!ack.data.ok) throw new RequestError(ack.data.error)
    const output = outputSchemas[name].output.safeParse(ack.data.data)
    if (!output.success) throw RequestError.unanswered(output.error)
    return output.data
  }

  #listen<N extends RoomEventName>(name: N): void {
    this.#socket.on(name as string, (payload: unknown) => {
      const parsed = eventSchemas[name].safeParse(payload)
      // Of a newer server: a missing timeline event shows as a gap, the others are ephemeral.
      if (!parsed.success) return
      for (const listener of this.#listeners.get(name) ?? []) (listener as RoomEventListener<N>)(parsed.data)
    })
  }
}
