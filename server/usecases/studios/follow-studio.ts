import { AppError } from '#core/contract/errors.ts'
import type { HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { Clock } from '../ports.ts'
import { requirePerson } from '../require-person.ts'
import type { Studios } from './ports.ts'

/** Hears of the studio's activities from now on, or no more. */
export async function followStudio(
  { studios, clock }: { studios: Studios; clock: Clock },
  actor: Actor,
  { studioId, follows }: HttpParsedInput<'studio.follow'>,
): Promise<Record<string, never>> {
  const { personId } = requirePerson(actor)
  if ((await studios.facts(studioId)) === null) throw new AppError('NOT_FOUND', '没有这个工作室。')
  await studios.setFollowing(studioId, { personId, follows, sinceEpochMs: clock.nowEpochMs() })
  return {}
}
