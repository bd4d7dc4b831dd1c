import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { IndexeddbPersistence } from 'y-indexeddb'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { z } from 'zod'
import { planDocumentName, planServerMessage, type PlanAccess, type PlanCaretUser } from '#core/contract/plan.ts'
import { planFragment } from '#core/lesson-plan/names.ts'
import { CaretGate } from './collab-client-carets.ts'
import { DocumentGate } from './collab-client-gate.ts'
import { PlanPeople, type PlanPerson } from './collab-client-people.ts'
import { placesTouchedBy, UnsavedPlaces } from './collab-client-places.ts'

/** What the person is told about their words. */
export type PlanSaving =
  | { status: 'saved'; atEpochMs: number | null }
  | { status: 'saving' }
  /** Without a connection; kept on this device. */
  | { status: 'unsaved'; count: number }
  /** The server cannot store at the moment and tries on; kept on this device. */
  | { status: 'failed'; count: number }

export interface PlanSessionState {
  /** There is something to show: from the server or from this device's own copy. */
  ready: boolean
  connection: 'connecting' | 'online' | 'offline'
  access: PlanAccess
  saving: PlanSaving
  /** Everybody with an account who has the plan open, each once; the same list while nobody comes or goes. */
  people: readonly PlanPerson[]
}

export interface PlanSessionOptions {
  planId: string
  /** Keeps the local copies of several people on one computer apart; null: a guest, who keeps none. */
  me: PlanCaretUser | null
  access: PlanAccess
  linkToken: string | null
  savedAtEpochMs: number | null
  /** `wss://host/collab` */
  url: string
}

const MARK_AFTER_MS = 100
const RETRY_MS = 2_000
const RECONNECT_MIN_MS = 500
const RECONNECT_MAX_MS = 5_000
const PLACES_KEY = 'unsaved-places'

/**
 * A plan that is open in this browser: its document, the way to the server, the copy on this device. Ends with
 * `destroy`; never throws for what the network does.
 */
export class PlanSession {
  /** For the editor alone; ever only changed by it and by the gate. */
  readonly editorDoc = new Y.Doc()
  readonly carets: CaretGate
  readonly #wireDoc = new Y.Doc()
  readonly #gate: DocumentGate
  readonly #unsaved = new UnsavedPlaces()
  readonly #socket: HocuspocusProviderWebsocket
  readonly #provider: HocuspocusProvider
  readonly #localCopy: IndexeddbPersistence | null
  readonly #people: PlanPeople
  readonly #listeners = new Set<() => void>()
  readonly #timers = new Set<ReturnType<typeof setTimeout>>()
  #markTimer: ReturnType<typeof setTimeout> | null = null
  #access: PlanAccess
  #connection: PlanSessionState['connection'] = 'connecting'
  #isFailing = false
  #savedAtEpochMs: number | null
  #state: PlanSessionState

  constructor(options: PlanSessionOptions) {
    const { planId, me, url, linkToken } = options
    this.#access = options.access
    this.#savedAtEpochMs = options.savedAtEpochMs
    this.#gate = new DocumentGate({ wire: this.#wireDoc, editor: this.editorDoc })
    const awareness = new Awareness(this.#wireDoc)
    // An empty state would not be passed on, and its echo tells us that we are connected.
    awareness.setLocalState({ cursor: null })
    this.carets = new CaretGate({ wire: awareness, editorDoc: this.editorDoc })
    this.#people = new PlanPeople(me)
    this.#state = this.#read()
    this.#localCopy = me === null ? null : this.#openLocalCopy(`tongke-plan-${planId}-${me.personId}`)
    this.#socket = new HocuspocusProviderWebsocket({
      url,
      delay: RECONNECT_MIN_MS,
      minDelay: RECONNECT_MIN_MS,
      maxDelay: RECONNECT_MAX_MS,
    })
    this.#provider = new HocuspocusProvider({
      websocketProvider: this.#socket,
      name: planDocumentName(planId),
      document: this.#wireDoc,
      awareness,
      token: linkToken ?? '',
      onSynced: () => this.#synced(),
      onDisconnect: () => this.#lost(),
      onClose: ({ event }) => this.#closedByServer(event.reason),
      onStateless: ({ payload }) => this.#told(payload),
      onAuthenticationFailed: ({ reason }) => this.#refused(reason),
      onAwarenessChange: () => {
        this.#people.look(awareness)
        this.#publish()
      },
    })
    this.editorDoc.on('afterTransaction', this.#written)
    this.#wireDoc.on('update', this.#publish)
    this.#provider.attach()
  }

  /** The same object until something has changed. */
  getState = (): PlanSessionState => this.#state

  /** Answers what ends the subscription. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** While somebody composes: what the others do is kept off the screen. */
  holdOthers(): void {
    this.#gate.shut()
    this.carets.shut()
  }

  releaseOthers(): void {
    this.#gate.open()
    this.carets.open()
  }

  /** Idempotent. What is not on the server stays in the local copy. */
  destroy(): void {
    this.#listeners.clear()
    for (const timer of this.#timers) clearTimeout(timer)
    this.editorDoc.off('afterTransaction', this.#written)
    this.#wireDoc.off('update', this.#publish)
    this.carets.destroy()
    this.#provider.destroy()
    this.#socket.destroy()
    this.#gate.destroy()
    // Closes the local copy with it.
    this.#wireDoc.destroy()
    this.editorDoc.destroy()
  }

  #openLocalCopy(name: string): IndexeddbPersistence {
    const copy = new IndexeddbPersistence(name, this.#wireDoc)
    void copy.whenSynced.then(async () => {
      const places = z.string().safeParse(await copy.get(PLACES_KEY))
      if (places.success && places.data !== '') this.#unsaved.touched(places.data.split(' '))
      this.#publish()
      this.#markSoon()
    })
    return copy
  }

  readonly #written = (transaction: Y.Transaction) => {
    if (this.#gate.isOrigin(transaction.origin) || transaction.changed.size === 0) return
    this.#unsaved.touched(placesTouchedBy(transaction))
    this.#keepPlaces()
    this.#markSoon()
    this.#publish()
  }

  #synced(): void {
    this.#connection = 'online'
    this.#markSoon()
    this.#publish()
  }

  #lost(): void {
    this.#connection = 'offline'
    this.#publish()
  }

  #closedByServer(reason: string): void {
    this.#lost()
    if (reason === 'too-large') this.#isFailing = true
    else if (this.#access !== 'none') this.#retryLater()
    this.#publish()
  }

  #refused(reason: string): void {
    this.#lost()
    if (reason === 'not-found') this.#access = 'none'
    else this.#retryLater()
    this.#publish()
  }

  /** The socket is there, the document was closed on it: knocks again. */
  #retryLater(): void {
    this.#later(RETRY_MS, () => {
      // A lost socket knocks by itself when it is back.
      if (this.#socket.status !== 'connected' || this.#provider.isAuthenticated) return
      void this.#provider.sendToken().then(() => this.#provider.startSync())
    })
  }

  #told(payload: string): void {
    const message = planServerMessage.safeParse(JSON.parse(payload))
    if (!message.success) return
    switch (message.data.type) {
      case 'saved':
        this.#isFailing = false
        this.#savedAtEpochMs = message.data.atEpochMs
        if (message.data.mark !== null) this.#unsaved.saved(message.data.mark)
        this.#keepPlaces()
        break
      case 'saving-failed':
        this.#isFailing = true
        break
      case 'access': {
        const regained = this.#access !== 'edit' && message.data.access === 'edit'
        this.#access = message.data.access
        // What was written while it was forbidden, on this device, is offered again.
        if (regained) this.#provider.forceSync()
        break
      }
      default:
        message.data satisfies never
    }
    this.#publish()
  }

  #markSoon(): void {
    if (this.#unsaved.count === 0 || this.#markTimer !== null) return
    this.#markTimer = this.#later(MARK_AFTER_MS, () => {
      this.#markTimer = null
      if (this.#connection !== 'online') return
      this.#provider.sendStateless(JSON.stringify({ type: 'mark', mark: this.#unsaved.mark }))
    })
  }

  #keepPlaces(): void {
    void this.#localCopy?.set(PLACES_KEY, this.#unsaved.places.join(' ')).catch(() => undefined)
  }

  readonly #publish = () => {
    const next = this.#read()
    if (JSON.stringify(next) === JSON.stringify(this.#state)) return
    this.#state = next
    for (const listener of this.#listeners) listener()
  }

  #read(): PlanSessionState {
    return {
      ready: planFragment(this.#wireDoc).length > 0,
      connection: this.#connection,
      access: this.#access,
      saving: this.#readSaving(),
      people: this.#people.list(this.#access),
    }
  }

  #readSaving(): PlanSaving {
    const { count } = this.#unsaved
    if (count === 0) return { status: 'saved', atEpochMs: this.#savedAtEpochMs }
    if (this.#isFailing) return { status: 'failed', count }
    return this.#connection === 'offline' ? { status: 'unsaved', count } : { status: 'saving' }
  }

  #later(ms: number, task: () => void): ReturnType<typeof setTimeout> {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      task()
    }, ms)
    this.#timers.add(timer)
    return timer
  }
}
