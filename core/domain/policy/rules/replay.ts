import { holds } from '../actor.ts'
import { isHost, seesActivity } from './nearness.ts'
import type { Rules } from './rule.ts'

export const REPLAY_RULES = {
  'replay.see': (actor, resource) => seesActivity(actor, resource),
  'replay.finish-again': (actor, { activity }) => isHost(actor, activity) || holds(actor, 'office'),
} as const satisfies Rules<'replay'>
