import { holds, personIdOf, type Actor } from '../actor.ts'
import type { Resource } from '../resource.ts'
import type { Rules } from './rule.ts'
import { leads, oversees } from './scopes.ts'

type LibraryResource = Extract<Resource, { kind: 'resource' }>

const isUploader = (actor: Actor, { uploaderId }: LibraryResource) => personIdOf(actor) === uploaderId
const belongs = (actor: Actor, { studioId }: LibraryResource) =>
  leads(actor, studioId) || holds(actor, 'member', { kind: 'studio', id: studioId })
const isInside = (actor: Actor, resource: LibraryResource) =>
  isUploader(actor, resource) || belongs(actor, resource) || oversees(actor, resource.districtId)

export const RESOURCE_RULES = {
  /** What is not out, or no longer, only the studio and who oversees it know of. */
  'resource.see': (actor, resource) => resource.state === 'published' || isInside(actor, resource),
  'resource.write': (actor, resource) => isUploader(actor, resource) || leads(actor, resource.studioId),
  /** A published one gets a newer file from who leads the studio, for that file is out at once. */
  'resource.add-version': (actor, resource) =>
    leads(actor, resource.studioId) || (isUploader(actor, resource) && resource.state !== 'published'),
  'resource.decide': (actor, { studioId }) => leads(actor, studioId),
  'resource.withdraw': (actor, { studioId }) => leads(actor, studioId) || holds(actor, 'office'),
  'resource.download': (actor, resource) => {
    if (isInside(actor, resource)) return true
    if (resource.state !== 'published') return false
    switch (resource.downloads) {
      case 'everyone':
        return true
      case 'signed-in':
        return actor.kind === 'person'
      case 'nobody':
        return false
      default:
        return resource.downloads satisfies never
    }
  },
} as const satisfies Rules<'resource'>
