import { AppError } from '#core/contract/errors.ts'
import type { Actor } from '#core/domain/policy/actor.ts'

export type PersonActor = Extract<Actor, { kind: 'person' }>

/** Throws `UNAUTHENTICATED` for everybody who has no account. */
export function requirePerson(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw new AppError('UNAUTHENTICATED', '请先登录。')
  return actor
}
