import { loadavg } from 'node:os'

export type Report = {
  bench: string
  /** With its unit, for example `cpu_us_per_delivery`. */
  metric: string
  ours: number
  /** What it is compared with. */
  peer: string
  theirs: number
  /** What `ours`, or ours / theirs where the target is a ratio, must not exceed. */
  target: number
  ok: boolean
  runs: number
}

/** Prints one line of JSON to standard output: ratio and load are added, numbers rounded to four digits. */
export function report({ bench, metric, ours, peer, theirs, target, ok, runs }: Report): void {
  const ratio = theirs === 0 ? null : short(ours / theirs)
  const line = { bench, metric, ours: short(ours), peer, theirs: short(theirs), ratio, target, ok, runs }
  process.stdout.write(`${JSON.stringify({ ...line, loadavg: short(loadavg()[0] ?? 0) })}\n`)
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** The smallest value that `ratio` of all do not exceed. */
export function quantile(values: readonly number[], ratio: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * ratio) - 1)] ?? Number.NaN
}

function short(value: number): number {
  return Number(value.toPrecision(4))
}
