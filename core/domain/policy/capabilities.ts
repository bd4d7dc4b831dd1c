/** Everything that can be permitted or refused, each with the kind of resource it is asked about. */
export const CAPABILITIES = {
  'studio.see': 'studio',
  'studio.edit': 'studio',
  'studio.create-activity': 'studio',
  'city.create-activity': 'city',
  'city.manage-people': 'city',
  'city.open-studio': 'city',
  'link.use': 'link',
  'activity.see': 'activity',
  'activity.enter': 'activity',
  'activity.edit': 'activity',
  'activity.publish': 'activity',
  'activity.cancel': 'activity',
  'activity.open-room': 'activity',
  'plan.read': 'plan',
  'plan.comment': 'plan',
  'plan.edit': 'plan',
  'replay.see': 'replay',
  'replay.finish-again': 'replay',
  'room.raise-hand': 'room',
  'room.chat': 'room',
  'room.take-stage': 'room',
  'room.produce': 'room',
  'room.host': 'room',
  'room.record': 'room',
  'room.move-agenda': 'room',
} as const

export type Capability = keyof typeof CAPABILITIES
export type ResourceKindOf<C extends Capability> = (typeof CAPABILITIES)[C]
