import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { Activities, LivePresence } from '../activities/ports.ts'
import { listActivities } from '../activities/list-activities.ts'
import type { People } from '../people/ports.ts'
import { searchPeople } from '../people/search-people.ts'
import type { Clock } from '../ports.ts'
import { listResources } from '../resources/read-resources.ts'
import type { Resources } from '../resources/ports.ts'
import { listStudios } from '../studios/list-studios.ts'
import type { Studios } from '../studios/ports.ts'

const SHOWN_OF_EACH = 6

export interface SearchDeps {
  activities: Activities
  resources: Resources
  studios: Studios
  people: People
  presence: LivePresence
  clock: Clock
}

/** The first of each list for the same words: what each shows, and in which order, is that list's own to say. */
export async function searchCity(
  deps: SearchDeps,
  actor: Actor,
  { query }: HttpParsedInput<'search.city'>,
): Promise<HttpOutput<'search.city'>> {
  const [activities, resources, studios, people] = await Promise.all([
    listActivities(deps, actor, { search: query, limit: SHOWN_OF_EACH }),
    listResources(deps, actor, { show: 'published', filter: {}, search: query, limit: SHOWN_OF_EACH }),
    listStudios(deps, actor, { search: query, limit: SHOWN_OF_EACH }),
    // Teachers' names are not for everybody on the net; masters stand with their studios.
    actor.kind === 'guest' ? null : searchPeople(deps, actor, { query, limit: SHOWN_OF_EACH }),
  ])
  return { activities, resources, studios, people }
}
