import * as Y from 'yjs'
import type { PersonColour } from '#core/contract/fields.ts'
import type { PlanBlock } from '#core/contract/plan-block.ts'
import type { ReplayPlan } from '#core/contract/replay.ts'
import { NODE } from './names.ts'
import { blockKeyOf, readPlanBlock, readPlanTree } from './plan-tree.ts'
import { textOfBlock } from './text-of-block.ts'

/** A passage that was changed: which block, by whom, when on the session's clock, and what stood there before. */
export interface PlanChange {
  blockKey: string
  personId: string | null
  name: string
  colour: PersonColour
  atMs: number
  before: string
}

const CHECKPOINT_EVERY = 200

/** The plan of a session at any of its moments. Going forward costs what has changed, jumping at most 200 updates. */
export class PlanHistory {
  readonly #updates: { atMs: number; update: Uint8Array }[]
  /** State before update 0, 200, 400 …, in Yjs update format V2; the first is always there. */
  readonly #checkpoints: Uint8Array[] = []
  readonly #changes: PlanChange[] = []
  #doc = new Y.Doc()
  /** How many updates `#doc` has. */
  #position = 0

  constructor(plan: ReplayPlan) {
    this.#updates = plan.updates.map(({ atMs, update }) => ({ atMs, update: bytesOf(update) }))
    this.#readChanges(plan)
    this.#rewind(0)
  }

  /** How many updates have happened by then: as long as it is the same, so is the plan. */
  positionAt(atMs: number): number {
    let low = 0
    let high = this.#updates.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#updates[middle]?.atMs ?? Infinity) <= atMs) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The document after so many updates. */
  treeAfter(position: number): readonly PlanBlock[] {
    this.#goTo(position)
    return readPlanTree(this.#doc)
  }

  /** Passages changed within `withinMs` before, each once: its newest author, and the wording before the first change. */
  changesBefore(atMs: number, { withinMs }: { withinMs: number }): PlanChange[] {
    const byBlock = new Map<string, PlanChange>()
    for (const change of this.#changes) {
      if (change.atMs > atMs || change.atMs <= atMs - withinMs) continue
      const before = byBlock.get(change.blockKey)?.before ?? change.before
      byBlock.set(change.blockKey, { ...change, before })
    }
    return [...byBlock.values()]
  }

  /** The newest change by then; null before the first. */
  lastChangeBefore(atMs: number): PlanChange | null {
    return this.#changes.findLast((change) => change.atMs <= atMs) ?? null
  }

  /** Where one jumps to: the nearest change before and after a moment; a run of typing counts once. */
  neighbours(atMs: number, { apartMs }: { apartMs: number }): { previousMs: number | null; nextMs: number | null } {
    const starts = this.#changes.filter(({ atMs: at }, n) => at - (this.#changes[n - 1]?.atMs ?? -Infinity) > apartMs)
    return {
      previousMs: starts.findLast(({ atMs: at }) => at < atMs - apartMs)?.atMs ?? null,
      nextMs: starts.find(({ atMs: at }) => at > atMs)?.atMs ?? null,
    }
  }

  #goTo(position: number): void {
    const isFarAhead = position - this.#position > CHECKPOINT_EVERY
    if (position < this.#position || isFarAhead) this.#rewind(position)
    for (; this.#position < position; this.#position += 1) {
      const next = this.#updates[this.#position]
      if (next !== undefined) Y.applyUpdateV2(this.#doc, next.update)
    }
  }

  /** To the nearest checkpoint at or before a position. */
  #rewind(position: number): void {
    const checkpoint = Math.min(Math.floor(position / CHECKPOINT_EVERY), this.#checkpoints.length - 1)
    this.#doc.destroy()
    this.#doc = new Y.Doc()
    const state = this.#checkpoints[checkpoint]
    if (state !== undefined) Y.applyUpdateV2(this.#doc, state)
    this.#position = checkpoint * CHECKPOINT_EVERY
  }

  /** Once through all of it: what each update has changed, and checkpoints on the way. */
  #readChanges(plan: ReplayPlan): void {
    const doc = new Y.Doc()
    Y.applyUpdateV2(doc, bytesOf(plan.base))
    this.#checkpoints.push(Y.encodeStateAsUpdateV2(doc))
    const texts = new Map<string, string>()
    collectTexts(readPlanTree(doc), texts)
    let touched: Y.XmlElement[] = []
    doc.on('afterTransaction', (transaction: Y.Transaction) => (touched = textBlocksTouchedBy(transaction)))
    plan.updates.forEach(({ atMs, personId, name, colour }, index) => {
      if (index > 0 && index % CHECKPOINT_EVERY === 0) this.#checkpoints.push(Y.encodeStateAsUpdateV2(doc))
      touched = []
      Y.applyUpdateV2(doc, this.#updates[index]?.update ?? new Uint8Array())
      for (const element of touched) {
        const block = readPlanBlock(element)
        const before = texts.get(block.key) ?? ''
        const after = textOfBlock(block)
        if (after === before) continue
        texts.set(block.key, after)
        // The template is no change of anybody's.
        if (personId === null) continue
        this.#changes.push({ blockKey: block.key, personId, name, colour, atMs, before })
      }
    })
    doc.destroy()
  }
}

/** Blocks that are made to hold text and still stand in the document; also those that have lost all of it. */
function textBlocksTouchedBy(transaction: Y.Transaction): Y.XmlElement[] {
  const found = new Map<string, Y.XmlElement>()
  const take = (element: unknown) => {
    if (element instanceof Y.XmlElement && element._item?.deleted === false && isTextBlock(element))
      found.set(blockKeyOf(element), element)
  }
  for (const type of transaction.changed.keys()) {
    take(type instanceof Y.XmlText ? type.parent : type)
    // A new block of text comes as a change of the list that it was put into.
    if (type instanceof Y.XmlFragment)
      for (const child of type.toArray()) if (isNew(child, transaction)) descend(child, take)
  }
  return [...found.values()]
}

const isTextBlock = ({ nodeName }: Y.XmlElement) => nodeName === NODE.paragraph || nodeName === NODE.heading

const isNew = (type: { _item: Y.Item | null }, { beforeState }: Y.Transaction) =>
  type._item !== null && type._item.id.clock >= (beforeState.get(type._item.id.client) ?? 0)

function descend(type: unknown, take: (element: unknown) => void): void {
  take(type)
  if (type instanceof Y.XmlFragment) for (const child of type.toArray()) descend(child, take)
}

function collectTexts(blocks: readonly PlanBlock[], texts: Map<string, string>): void {
  for (const block of blocks) {
    if (block.name === NODE.paragraph || block.name === NODE.heading) texts.set(block.key, textOfBlock(block))
    collectTexts(
      block.children.filter((child) => child.kind === 'block'),
      texts,
    )
  }
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
