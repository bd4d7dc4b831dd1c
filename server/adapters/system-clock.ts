import type { Clock } from '#server/usecases/ports.ts'

/** The machine's clock read once, then carried on by the monotonic one: a step of the machine's clock is not seen. */
export function createSystemClock(): Clock {
  const originEpochMs = Date.now() - performance.now()
  return { nowEpochMs: () => Math.round(originEpochMs + performance.now()) }
}
