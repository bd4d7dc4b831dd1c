const DAY_MS = 86_400_000

/** Whole days since an instant. */
export const daysSince = (instant: string, nowEpochMs: number): number =>
  Math.max(0, Math.floor((nowEpochMs - Date.parse(instant)) / DAY_MS))

/** From then on it has waited too long: the number turns ochre. */
export const LONG_WAIT_DAYS = 3
