import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { requirePerson } from '../require-person.ts'
import { findReplay, type FindReplayDeps } from './find-replay.ts'
import type { ReplayProgressStore } from './ports.ts'

/** Where this person goes on the next time. */
export async function saveReplayProgress(
  deps: FindReplayDeps & { progress: ReplayProgressStore },
  actor: Actor,
  { sessionId, positionMs }: HttpParsedInput<'replay.save-progress'>,
): Promise<HttpOutput<'replay.save-progress'>> {
  const { personId } = requirePerson(actor)
  const session = await deps.sessions.find(sessionId)
  if (session === null) throw new AppError('NOT_FOUND', '没有这段回放。')
  await findReplay(deps, actor, { activityId: session.activityId })
  await deps.progress.save(personId, sessionId, positionMs)
  return {}
}
