import type { AnnouncementPlaceKind } from '#core/contract/announcements.ts'
import { holds, type Actor } from '../actor.ts'
import type { Resource } from '../resource.ts'
import type { Rules } from './rule.ts'
import { leads } from './scopes.ts'

type Announcement = Extract<Resource, { kind: 'announcement' }>

/** Whoever speaks for the sender: the office, who administers the district or the school, who leads the studio. */
function speaksFor(actor: Actor, { kind, id }: Announcement['sender']): boolean {
  switch (kind) {
    case 'city':
      return holds(actor, 'office')
    case 'district':
      return holds(actor, 'district-admin', { kind, id })
    case 'school':
      return holds(actor, 'school-admin', { kind, id })
    case 'studio':
      return leads(actor, id)
    default:
      return kind satisfies never
  }
}

/** Whom each kind of sender may write to beside its own: the office any district, a district the schools that it has. */
const BELOW: Record<AnnouncementPlaceKind, readonly AnnouncementPlaceKind[]> = {
  city: ['district'],
  district: ['school'],
  school: [],
  studio: [],
}

function isItsOwn({ sender, audience }: Announcement): boolean {
  if (audience.kind === sender.kind) return audience.id === sender.id
  if (!BELOW[sender.kind].includes(audience.kind)) return false
  return sender.kind === 'city' || audience.districtId === sender.id
}

export const ANNOUNCEMENT_RULES = {
  'announcement.see': (actor, { state, audience, isAddressed, sender }) =>
    speaksFor(actor, sender) ||
    (state !== 'draft' && (audience.kind === 'city' || isAddressed || holds(actor, 'office'))),
  'announcement.write': (actor, announcement) => speaksFor(actor, announcement.sender) && isItsOwn(announcement),
  /** The office also takes back what others have published. */
  'announcement.withdraw': (actor, { sender, state }) =>
    speaksFor(actor, sender) || (state !== 'draft' && holds(actor, 'office')),
  'announcement.confirm': (actor, { isAddressed, state }) =>
    actor.kind === 'person' && isAddressed && state === 'published',
  'announcement.see-readers': (actor, { sender }) => speaksFor(actor, sender),
} as const satisfies Rules<'announcement'>
