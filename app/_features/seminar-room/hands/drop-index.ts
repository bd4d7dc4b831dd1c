interface Drop {
  moved: string
  target: string
  position: 'before' | 'after'
}

/** Where a row stands after it was dropped before or after another: its place in the list without itself. */
export function dropIndex(order: readonly string[], { moved, target, position }: Drop): number {
  const rest = order.filter((id) => id !== moved)
  const at = rest.indexOf(target)
  if (at === -1) return order.indexOf(moved)
  return position === 'before' ? at : at + 1
}
