import * as Y from 'yjs'

/**
 * Joins two copies of a document: `wire`, which the network and the local copy speak to, and `editor`, which is on the
 * screen. While it is shut nothing of the wire reaches the screen; what is written passes the other way at any time.
 */
export class DocumentGate {
  readonly #wire: Y.Doc
  readonly #editor: Y.Doc
  #held: Uint8Array[] = []
  #isShut = false

  constructor({ wire, editor }: { wire: Y.Doc; editor: Y.Doc }) {
    this.#wire = wire
    this.#editor = editor
    wire.on('update', this.#fromWire)
    editor.on('update', this.#fromEditor)
    Y.applyUpdate(editor, Y.encodeStateAsUpdate(wire), this)
  }

  /** Is this the origin of what was written here, as the wire sees it? */
  isOrigin(origin: unknown): boolean {
    return origin === this
  }

  shut(): void {
    this.#isShut = true
  }

  /** Lets everything in that was held, as one change. Idempotent. */
  open(): void {
    this.#isShut = false
    const held = this.#held
    this.#held = []
    if (held.length > 0) Y.applyUpdate(this.#editor, Y.mergeUpdates(held), this)
  }

  destroy(): void {
    this.#wire.off('update', this.#fromWire)
    this.#editor.off('update', this.#fromEditor)
  }

  readonly #fromWire = (update: Uint8Array, origin: unknown) => {
    if (origin === this) return
    if (this.#isShut) this.#held.push(update)
    else Y.applyUpdate(this.#editor, update, this)
  }

  readonly #fromEditor = (update: Uint8Array, origin: unknown) => {
    if (origin !== this) Y.applyUpdate(this.#wire, update, this)
  }
}
