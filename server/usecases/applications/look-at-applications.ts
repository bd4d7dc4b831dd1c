import { z } from 'zod'
import type { HandedInState } from '#core/contract/applications.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import { isDecided } from '#core/domain/application/application-states.ts'
import { holds, type Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { cutPage, decodeCursor } from '../cursor.ts'
import { findApplication, type ApplicationDeps } from './application-door.ts'
import type { ApplicationScope } from './ports.ts'
import { presentCard, presentDetail } from './present-application.ts'

type Deps = Pick<ApplicationDeps, 'applications'>

const position = z.tuple([z.number().int(), z.string()])

export async function getApplication(
  deps: Deps,
  actor: Actor,
  { applicationId }: HttpParsedInput<'application.get'>,
): Promise<HttpOutput<'application.get'>> {
  return presentDetail(actor, await findApplication(deps, actor, applicationId))
}

export async function listApplications(
  { applications }: Deps,
  actor: Actor,
  { state: asked, cursor, limit }: HttpParsedInput<'applications.list'>,
): Promise<HttpOutput<'applications.list'>> {
  assertCan(actor, 'city.review-applications', { kind: 'city' })
  const scope = scopeOf(actor)
  const state: HandedInState = asked ?? (scope === 'city' ? 'office-review' : 'district-review')
  const after = cursor === undefined ? null : decodeCursor(cursor, position)
  const order = isDecided(state) ? 'newest-first' : 'longest-first'
  const [found, counts] = await Promise.all([
    applications.list({ state, scope, order, after, limit: limit + 1 }),
    applications.count(scope),
  ])
  const { rows, nextCursor } = cutPage(found, { limit, positionOf: ({ sinceEpochMs, id }) => [sinceEpochMs, id] })
  return {
    ...{ state, nextCursor },
    items: rows.map((summary) => presentCard(actor, summary)),
    counts: Object.fromEntries(counts),
  }
}

/** The office looks at the whole city, a district at its own. */
export const scopeOf = (actor: Actor): ApplicationScope =>
  holds(actor, 'office') || actor.kind !== 'person'
    ? 'city'
    : {
        districtIds: actor.grants.flatMap(({ role, scope, scopeId }) =>
          role === 'district-admin' && scope === 'district' ? [scopeId] : [],
        ),
      }
