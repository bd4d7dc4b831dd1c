import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { loadPlanForReplay } from '../plans/load-plan-for-replay.ts'
import type { PlanStore } from '../plans/ports.ts'
import type { Clock } from '../ports.ts'
import { findReplay, type FindReplayDeps } from './find-replay.ts'

/** The plan as it was when the session began, and every edit until its end. */
export async function getReplayPlan(
  deps: FindReplayDeps & { plans: PlanStore; clock: Clock },
  actor: Actor,
  input: HttpParsedInput<'replay.plan'>,
): Promise<HttpOutput<'replay.plan'>> {
  const { session } = await findReplay(deps, actor, input)
  const { activityId, zeroEpochMs, durationMs } = session
  const endEpochMs = durationMs === null ? deps.clock.nowEpochMs() : zeroEpochMs + durationMs
  return await loadPlanForReplay(deps, { activityId, zeroEpochMs, endEpochMs })
}
