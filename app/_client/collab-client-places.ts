import * as Y from 'yjs'
import { blockKeyOf } from '#core/lesson-plan/plan-tree.ts'

/** The blocks of text that a change of the editor's document has touched. */
export function placesTouchedBy(transaction: Y.Transaction): string[] {
  return [...transaction.changed.keys()].map(placeOf)
}

function placeOf(type: { _item: Y.Item | null }): string {
  // A text belongs to its paragraph; a change of the list of blocks to the block around it.
  const parent = type instanceof Y.XmlText ? type._item?.parent : type
  return parent instanceof Y.AbstractType ? blockKeyOf(parent) : blockKeyOf(type)
}

/**
 * What was written here and is not yet known to be on the server's disk, counted in places rather than in keystrokes.
 * Marks go up by one per change; the server answers with the mark up to which it has stored.
 */
export class UnsavedPlaces {
  readonly #markOfPlace = new Map<string, number>()
  #mark = 0

  get count(): number {
    return this.#markOfPlace.size
  }

  /** The mark of the newest change. */
  get mark(): number {
    return this.#mark
  }

  get places(): string[] {
    return [...this.#markOfPlace.keys()]
  }

  touched(places: readonly string[]): void {
    this.#mark += 1
    for (const place of places) this.#markOfPlace.set(place, this.#mark)
  }

  saved(mark: number): void {
    for (const [place, ofPlace] of this.#markOfPlace) if (ofPlace <= mark) this.#markOfPlace.delete(place)
  }
}
