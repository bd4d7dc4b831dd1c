import { once } from 'node:events'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { planDocumentName, planServerMessage, type PlanServerMessage } from '#core/contract/plan.ts'
import { planFragment } from '#core/lesson-plan/names.ts'
import { PLAN_ID } from './seed-plan-world.ts'

export interface PlanChannel {
  doc: Y.Doc
  provider: HocuspocusProvider
  /** What the server has said so far, in order. */
  told: PlanServerMessage[]
  /** Resolves with the first such message, also one that has come already; rejects after `withinMs`. */
  message(matches: (message: PlanServerMessage) => boolean, options?: { withinMs?: number }): Promise<PlanServerMessage>
  /** Puts a paragraph with this text at the end. */
  write(text: string): void
  /** Asks for a `saved` of all that was sent before. */
  mark(mark: number): void
  close(): void
}

interface PlanChannelOptions {
  url: string
  /** Comes as the cookie; left out: a guest. */
  person?: string
  token?: string
  planId?: string
  origin?: string
}

const PATIENCE_MS = 10_000

/** A browser's side of a plan's channel over a real socket. Resolves when the document has come. */
export async function openPlanChannel(options: PlanChannelOptions): Promise<PlanChannel> {
  const { url, person, token = '', planId = PLAN_ID, origin } = options
  const doc = new Y.Doc()
  const told: PlanServerMessage[] = []
  const listeners = new Set<() => void>()
  const headers = {
    ...(person === undefined ? {} : { cookie: `person=${person}` }),
    ...(origin === undefined ? {} : { origin }),
  }
  class Socket extends WebSocket {
    constructor(address: string) {
      super(address, { headers })
    }
  }
  const socket = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: Socket, maxAttempts: 1 })
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: planDocumentName(planId),
    document: doc,
    token,
    onStateless: ({ payload }) => {
      told.push(planServerMessage.parse(JSON.parse(payload)))
      for (const listener of listeners) listener()
    },
  })
  const close = () => {
    provider.destroy()
    socket.destroy()
  }
  const message: PlanChannel['message'] = (matches, { withinMs = PATIENCE_MS } = {}) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        listeners.delete(look)
        reject(new Error(`no such message in ${withinMs} ms; told: ${JSON.stringify(told)}`))
      }, withinMs)
      const look = () => {
        const found = told.find(matches)
        if (found === undefined) return
        clearTimeout(timer)
        listeners.delete(look)
        resolve(found)
      }
      listeners.add(look)
      look()
    })
  const synced = new Promise<void>((resolve, reject) => {
    provider.on('synced', () => resolve())
    provider.on('authenticationFailed', ({ reason }: { reason: string }) => reject(new Error(`refused: ${reason}`)))
    socket.on('maxAttemptsFailed', () => reject(new Error('no connection')))
  })
  provider.attach()
  try {
    await synced
  } catch (error) {
    close()
    throw error
  }
  return {
    doc,
    provider,
    told,
    message,
    close,
    write: (text) => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(text)])
      planFragment(doc).push([paragraph])
    },
    mark: (mark) => provider.sendStateless(JSON.stringify({ type: 'mark', mark })),
  }
}

/** A socket of the channel without the protocol: for frames that no client would send. */
export async function openRawSocket(url: string, person: string): Promise<WebSocket> {
  const socket = new WebSocket(url, { headers: { cookie: `person=${person}` } })
  await once(socket, 'open')
  return socket
}

export const textOf = (doc: Y.Doc) => planFragment(doc).toString()

/** Resolves when the document says so, at each of its changes. */
export function until(doc: Y.Doc, holds: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not within ${PATIENCE_MS} ms: ${textOf(doc)}`)), PATIENCE_MS)
    const look = () => {
      if (!holds()) return
      clearTimeout(timer)
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })
}
