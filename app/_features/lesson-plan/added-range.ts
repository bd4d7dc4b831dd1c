import type { PlanBlock, PlanText } from '#core/contract/plan-block.ts'

/** From and to, in UTF-16 units of the new text. */
export interface AddedRange {
  from: number
  to: number
}

/** What is new between two wordings: all between the common beginning and the common end. */
export function addedRange(before: string, after: string): AddedRange {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from += 1
  let tail = 0
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  return { from, to: after.length - tail }
}

/** The runs of a block, cut at the ends of the range; null where something other than text stands in the block. */
export function markAdded(block: PlanBlock, { from, to }: AddedRange): { text: PlanText; isAdded: boolean }[] | null {
  const runs: { text: PlanText; isAdded: boolean }[] = []
  let start = 0
  for (const child of block.children) {
    if (child.kind !== 'text') return null
    const cuts = [0, from - start, to - start, child.text.length].map((at) =>
      Math.min(Math.max(at, 0), child.text.length),
    )
    cuts.slice(1).forEach((end, index) => {
      const begin = cuts[index] ?? 0
      const isAdded = start + begin >= from && start + end <= to
      if (end > begin) runs.push({ text: { ...child, text: child.text.slice(begin, end) }, isAdded })
    })
    start += child.text.length
  }
  return runs
}
