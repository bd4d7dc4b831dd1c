import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** The editor itself still tidies up after a composition; the next one of a quick typist begins later than this. */
const RELEASE_AFTER_MS = 40

export interface CompositionEvents {
  onBegin: () => void
  onEnd: () => void
}

/**
 * Keeps a composition whole (product.md §7.18). While letters are being composed they stay in the editor: the plugins
 * given to `withhold` learn of nothing, so no half-typed letter reaches the document. When the composition is over the
 * result goes in as one change, and then the others' changes come out.
 */
export class CompositionHold {
  readonly #events: CompositionEvents
  readonly #catchUps: (() => void)[] = []
  #isHolding = false
  #releaseTimer: ReturnType<typeof setTimeout> | null = null

  constructor(events: CompositionEvents) {
    this.#events = events
  }

  /** The same plugin, blind during compositions. */
  withhold(plugin: Plugin): Plugin {
    const makeView = plugin.spec.view
    if (makeView === undefined) return plugin
    plugin.spec.view = (view) => {
      const inner = makeView.call(plugin, view)
      const catchUp = () => inner.update?.(view, view.state)
      this.#catchUps.push(catchUp)
      return {
        update: (updated, previous) => {
          if (!this.#isHolding) inner.update?.(updated, previous)
        },
        destroy: () => {
          this.#catchUps.splice(this.#catchUps.indexOf(catchUp), 1)
          inner.destroy?.()
        },
      }
    }
    return plugin
  }

  /** Listens to the compositions of an editor. */
  extension(): Extension {
    const listeners = () =>
      new Plugin({
        props: {
          handleDOMEvents: {
            compositionstart: () => this.#begun(),
            compositionend: (view) => this.#ended(view),
          },
        },
        view: () => ({ destroy: () => this.#cancelRelease() }),
      })
    return Extension.create({ name: 'compositionHold', addProseMirrorPlugins: () => [listeners()] })
  }

  #begun(): false {
    if (this.#isHolding) {
      // The last word is whole: it goes in, although the others' changes still wait.
      if (this.#cancelRelease()) this.#catchUp()
      return false
    }
    this.#isHolding = true
    this.#events.onBegin()
    return false
  }

  #ended(view: EditorView): false {
    this.#cancelRelease()
    this.#releaseTimer = setTimeout(() => this.#release(view), RELEASE_AFTER_MS)
    return false
  }

  #release(view: EditorView): void {
    this.#releaseTimer = null
    if (view.composing) return
    this.#isHolding = false
    this.#catchUp()
    this.#events.onEnd()
  }

  #catchUp(): void {
    for (const catchUp of this.#catchUps) catchUp()
  }

  #cancelRelease(): boolean {
    if (this.#releaseTimer === null) return false
    clearTimeout(this.#releaseTimer)
    this.#releaseTimer = null
    return true
  }
}
