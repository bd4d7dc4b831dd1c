import type { Clock } from '../ports.ts'
import type { Reminders } from './ports.ts'

const HOUR_MS = 3_600_000
const LEADS = [
  // After an outage nobody is told both at once.
  { lead: 'day', leadMs: 24 * HOUR_MS, afterMs: HOUR_MS },
  { lead: 'hour', leadMs: HOUR_MS, afterMs: 0 },
] as const

/** Tells everybody for whom something they are registered for begins within a day, and within an hour. Once for each beginning. */
export async function remindAll({ reminders, clock }: { reminders: Reminders; clock: Clock }): Promise<number> {
  let told = 0
  for (const each of LEADS) told += await reminders.remind({ ...each, nowEpochMs: clock.nowEpochMs() })
  return told
}
