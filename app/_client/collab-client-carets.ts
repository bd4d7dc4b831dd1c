import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import type * as Y from 'yjs'

interface AwarenessChange {
  added: number[]
  updated: number[]
  removed: number[]
}

/**
 * Joins what the network says of the others' carets to what the editor draws. While it is shut they stand still on the
 * screen: a caret that moves beside a composition would break it.
 */
export class CaretGate {
  /** For the editor: the others' states, and its own caret to be told. */
  readonly awareness: Awareness
  readonly #wire: Awareness
  #isShut = false

  constructor({ wire, editorDoc }: { wire: Awareness; editorDoc: Y.Doc }) {
    this.#wire = wire
    this.awareness = new Awareness(editorDoc)
    wire.on('update', this.#fromWire)
    this.awareness.on('update', this.#fromEditor)
  }

  shut(): void {
    this.#isShut = true
  }

  open(): void {
    this.#isShut = false
    this.#show([...this.#wire.meta.keys()])
  }

  destroy(): void {
    this.#wire.off('update', this.#fromWire)
    this.awareness.destroy()
  }

  readonly #fromWire = ({ added, updated, removed }: AwarenessChange) => {
    if (!this.#isShut) this.#show([...added, ...updated, ...removed])
  }

  readonly #fromEditor = (_change: AwarenessChange, origin: unknown) => {
    if (origin === this) return
    this.#wire.setLocalStateField('cursor', this.awareness.getLocalState()?.['cursor'] ?? null)
  }

  #show(clientIds: readonly number[]): void {
    const others = clientIds.filter((clientId) => clientId !== this.#wire.clientID)
    if (others.length > 0) applyAwarenessUpdate(this.awareness, encodeAwarenessUpdate(this.#wire, others), this)
  }
}
