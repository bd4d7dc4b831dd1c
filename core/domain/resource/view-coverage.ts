import { VIEW_PARTS } from '#core/contract/resources.ts'

/** Bit `n` stands for part `n`: as it is kept. */
export const maskOfParts = (parts: Iterable<number>): bigint => {
  let mask = 0n
  for (const part of parts) mask |= 1n << BigInt(part)
  return mask
}

/** The parts that lie between two places of a whole of length `whole`, both ends inside; page numbers, or seconds. */
export function partsBetween(from: number, to: number, { whole }: { whole: number }): number[] {
  if (!(whole > 0) || to < from) return []
  const partAt = (place: number) => Math.min(VIEW_PARTS - 1, Math.max(0, Math.floor((place / whole) * VIEW_PARTS)))
  const first = partAt(from)
  return Array.from({ length: partAt(to) - first + 1 }, (_, index) => first + index)
}
