import type { HttpRequestName } from '#core/contract/http-requests.ts'
import type { Capability } from './capabilities.ts'

/** What each HTTP request needs, for the use-cases and for the generated role × request test. `anyone`: also guests. */
export const HTTP_REQUEST_NEEDS = {
  'me.get': 'anyone',
  'me.sign-out-everywhere': 'signed-in',
  'home.get': 'anyone',
  'activities.list': 'anyone',
  'activity.get': 'activity.see',
  'activity.create': 'studio.create-activity',
  'activity.update': 'activity.edit',
  'activity.publish': 'activity.publish',
  'activity.unpublish': 'activity.publish',
  'activity.cancel': 'activity.cancel',
  'activity.open-room': 'activity.open-room',
  'people.search': 'signed-in',
  'studios.list': 'anyone',
  'studio.get': 'studio.see',
  'studio.set-motto': 'studio.edit',
  'desk.get': 'signed-in',
  'plan.get': 'plan.read',
  'replay.get': 'replay.see',
  'replay.plan': 'replay.see',
  'replay.finish-again': 'replay.finish-again',
  'replay.save-progress': 'signed-in',
} as const satisfies Record<HttpRequestName, Capability | 'anyone' | 'signed-in'>
