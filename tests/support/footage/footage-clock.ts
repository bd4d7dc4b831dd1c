/**
 * Picture and sound of every footage repeat after this long, together. One length for all, so that a reader needs to
 * be told nothing about the footage it looks at.
 */
export const LOOP_MS = 30_000

/** Cameras are numbered 0 to 15. */
export const CAMERA_COUNT = 16

/** Brings any number of milliseconds onto the loop: 0 ≤ result < LOOP_MS. */
export const onLoop = (ms: number): number => ((ms % LOOP_MS) + LOOP_MS) % LOOP_MS

/** The signed distance from `fromMs` to `toMs` on the loop by the shorter way: -LOOP_MS/2 ≤ result < LOOP_MS/2. */
export const loopDistanceMs = (fromMs: number, toMs: number): number =>
  onLoop(toMs - fromMs + LOOP_MS / 2) - LOOP_MS / 2

/** Middle value; of an even number of values the upper one. NaN when there are none. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
