import { createSeminarStores } from './adapters/postgres/seminar-stores.ts'
import { holdFinishedActivity } from './demo/finished-activity.ts'
import type { Lifecycle } from './lifecycle/lifecycle.ts'
import type { StartedCity } from './start-city.ts'
import { createYearPlanDeps } from './start-year-plans.ts'
import type { RecordingParts } from './start-recordings.ts'
import type { PlanStore } from './usecases/plans/ports.ts'
import type { Log } from './usecases/ports.ts'

export interface StartDemoReplayOptions extends Pick<StartedCity, 'city' | 'database'> {
  plans: PlanStore
  recordings: RecordingParts
  lifecycle: Lifecycle
  log: Log
}

/** The demo city's finished seminar, held behind the running service: nobody waits for it. */
export function startDemoReplay({ city, database, plans, recordings, lifecycle, log }: StartDemoReplayOptions): void {
  const yearPlans = createYearPlanDeps({ database, city })
  const deps = { ...city, stores: createSeminarStores(database), plans, recordings, yearPlans }
  const { signal } = lifecycle
  const held = holdFinishedActivity(deps, { signal }).catch((error: unknown) => {
    if (!signal.aborted) log.error({ err: error }, 'demo_replay_failed')
  })
  lifecycle.onStop({ name: 'demo-replay', deadlineMs: 1_000, stop: () => held })
}
