import { PROTOCOL_VERSION } from '#core/contract/protocol.ts'
import type { RoomEventName } from '#core/contract/room-events.ts'
import type { RoomInput, RoomOutput, RoomRequestName } from '#core/contract/room-requests.ts'
import type { StoreApi } from 'zustand/vanilla'
import { ChatOutbox } from './chat-outbox.ts'
import { RequestError } from './request-error.ts'
import { RoomConnection, type RoomConnectionOptions, type RoomEventListener } from './room-connection.ts'
import {
  createRoomStore,
  withJoined,
  withoutProducer,
  withProducer,
  withProducerPaused,
  type RoomClientState,
  type RoomClosedReason,
  type RoomStore,
} from './room-store.ts'
import { SessionClock } from './session-clock.ts'
import { TimelineFollower } from './timeline-follower.ts'

const ENTER_RETRY_MS = 500
const HISTORY_PAGE_MESSAGES = 50

export interface RoomClientOptions extends RoomConnectionOptions {
  activityId: string
  linkToken?: string
}

type JoinWish = Omit<RoomInput<'room.join'>, 'afterSeq'>

/**
 * One person's live room. Opens the door by itself (`link`: connecting → lobby), takes the seat on `join()`, and after any
 * loss comes back by itself to where it was: same seat, missed events applied in order, unsent chat sent. `closed` is final.
 */
export class RoomClient {
  readonly store: Pick<StoreApi<RoomClientState>, 'getState' | 'subscribe' | 'getInitialState'>
  readonly clock = new SessionClock()
  readonly chat: ChatOutbox
  readonly #store: RoomStore = createRoomStore()
  readonly #connection: RoomConnection
  readonly #follower: TimelineFollower
  readonly #activity: Pick<RoomClientOptions, 'activityId' | 'linkToken'>
  /** How one joined, kept to join again; null while in the lobby. */
  #wish: JoinWish | null = null
  #isEntering = false
  #refusal: RequestError | null = null
  readonly #hurry = () => this.#connection.hurry()

  /** Connects at once. */
  static open(options: RoomClientOptions): RoomClient {
    const client = new RoomClient(options)
    client.#connection.open()
    return client
  }

  private constructor({ activityId, linkToken, ...connection }: RoomClientOptions) {
    this.store = this.#store
    this.#activity = { activityId, ...(linkToken === undefined ? {} : { linkToken }) }
    this.#connection = new RoomConnection(connection)
    this.chat = new ChatOutbox({ store: this.#store, send: (message) => this.request('chat.send', message) })
    this.#follower = new TimelineFollower({
      state: () => this.#store.getState().room,
      apply: (room, events) => {
        this.#store.setState({ room })
        this.chat.seen(events)
      },
      fetchAfter: (afterSeq) => this.request('room.events-after', { afterSeq }),
    })
    this.#connection.onConnect(() => this.#enterAgain())
    this.#connection.onLost(() => this.#lost())
    this.#applyEvents()
    globalThis.addEventListener?.('online', this.#hurry)
  }

  /** Why the server does not let us in, once `link` is closed with reason `refused`. */
  get refusal(): RequestError | null {
    return this.#refusal
  }

  /** Resolves when the door is open. Rejects with the server's `RequestError` where it stays shut. */
  async prepared(): Promise<RoomOutput<'room.prepare'>> {
    const { door } = await this.#until(({ door, link }) => door !== null && link.status !== 'connecting')
    if (door === null) throw this.#refusal ?? RequestError.unanswered()
    return door
  }

  /** Takes the seat; resolves when the room is there. Throws `RequestError`, and stays in the lobby then. */
  async join(wish: JoinWish = {}): Promise<void> {
    await this.prepared()
    this.#wish = wish
    try {
      await this.#takeSeat(wish)
    } catch (error) {
      this.#wish = null
      throw error
    }
  }

  /** Gives the seat up and closes. Idempotent. */
  async leave(): Promise<void> {
    const joined = this.#store.getState().link.status === 'joined'
    try {
      if (joined) await this.request('room.leave', {})
    } finally {
      this.#end('left')
    }
  }

  /** Closes without giving the seat up, as a closed tab does. Idempotent. */
  close(): void {
    this.#end('left')
  }

  /** Throws `RequestError`. What may be retried says so; only chat is sent again by itself. */
  request<N extends RoomRequestName>(name: N, input: RoomInput<N>): Promise<RoomOutput<N>> {
    return this.#connection.request(name, input)
  }

  /** Events besides those the store shows, parsed. Answers the unsubscribing function. */
  on<N extends RoomEventName>(name: N, listener: RoomEventListener<N>): () => void {
    return this.#connection.on(name, listener)
  }

  /** Older messages go before those that are there. */
  async loadOlderChat(): Promise<void> {
    const oldest = this.#store.getState().room.chat[0]
    if (oldest === undefined) return
    const page = await this.request('chat.history', { beforeSeq: oldest.seq, limit: HISTORY_PAGE_MESSAGES })
    this.#store.setState(({ room }) => {
      const older = page.messages.filter(({ seq }) => seq < (room.chat[0]?.seq ?? Infinity))
      return { room: { ...room, chat: [...older, ...room.chat] }, chatHasMore: page.hasMore }
    })
  }

  #applyEvents(): void {
    const { setState } = this.#store
    this.on('timeline', ({ events }) => this.#follower.receive(events))
    this.on('media.producer-added', (producer) => setState((state) => withProducer(state, producer)))
    this.on('media.producer-removed', ({ producerId }) => setState((state) => withoutProducer(state, producerId)))
    this.on('media.producer-paused', (paused) => setState((state) => withProducerPaused(state, paused)))
    this.on('media.reset', () => setState({ producers: {}, speakers: [] }))
    this.on('media.speaking', ({ speakers }) => setState({ speakers }))
    this.on('media.quality', ({ bars }) => setState(({ quality }) => ({ quality: { ...quality, ...bars } })))
    this.on('room.closed', ({ reason }) => {
      if (reason !== 'server-stopping') this.#end(reason)
    })
  }

  #lost(): void {
    const { link } = this.#store.getState()
    if (link.status === 'closed') return
    this.#follower.hold()
    if (link.status === 'joined' || link.status === 'lobby') {
      this.#store.setState({ link: { status: 'reconnecting', sinceMs: Date.now() }, speakers: [] })
    }
  }

  /** Back at the door, and on the seat where one had one. Tried again while the server says that a retry makes sense. */
  #enterAgain(): void {
    if (this.#isEntering) return
    this.#isEntering = true
    void this.#enter().finally(() => (this.#isEntering = false))
  }

  async #enter(): Promise<void> {
    while (this.#connection.connected && this.#store.getState().link.status !== 'closed') {
      try {
        const door = await this.request('room.prepare', { protocol: PROTOCOL_VERSION, ...this.#activity })
        this.#store.setState({ door })
        if (this.#wish === null) this.#store.setState({ link: { status: 'lobby' } })
        else await this.#takeSeat(this.#wish)
        return
      } catch (error) {
        if (!(error instanceof RequestError)) throw error
        if (!error.retryable) return this.#refused(error)
        await new Promise((resolve) => setTimeout(resolve, error.retryAfterMs ?? ENTER_RETRY_MS))
      }
    }
  }

  async #takeSeat(wish: JoinWish): Promise<void> {
    const { room, me } = this.#store.getState()
    this.#follower.hold()
    const askedMs = performance.now()
    const joined = await this.request('room.join', { ...wish, ...(me === null ? {} : { afterSeq: room.seq }) })
    this.clock.observe({ serverNowMs: joined.nowMs, askedMs, heardMs: performance.now() })
    const snapshot = joined.state === null ? {} : { room: joined.state, chatHasMore: joined.chatHasMore }
    this.#store.setState({ ...withJoined(joined), ...snapshot })
    this.#follower.follow(joined.missed ?? [])
    this.chat.flush()
  }

  #refused(error: RequestError): void {
    this.#refusal = error
    this.#end(error.field === 'protocol' ? 'outdated' : error.code === 'GONE' ? 'ended' : 'refused')
  }

  #end(reason: RoomClosedReason): void {
    if (this.#store.getState().link.status === 'closed') return
    this.#store.setState({ link: { status: 'closed', reason }, speakers: [] })
    globalThis.removeEventListener?.('online', this.#hurry)
    this.#connection.close()
  }

  /** The first state that fulfils, or the one in which it was closed. */
  #until(fulfils: (state: RoomClientState) => boolean): Promise<RoomClientState> {
    const done = (state: RoomClientState) => state.link.status === 'closed' || fulfils(state)
    const now = this.#store.getState()
    if (done(now)) return Promise.resolve(now)
    return new Promise((resolve) => {
      const unsubscribe = this.#store.subscribe((state) => {
        if (!done(state)) return
        unsubscribe()
        resolve(state)
      })
    })
  }
}
