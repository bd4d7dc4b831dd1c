import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { NewNotification } from '#core/contract/notifications.ts'
import { heldRegistrationState, type HeldRegistrationState } from '#core/contract/registrations.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import {
  stateOnRegistering,
  takesRegistrations,
  UNDO_CANCELLING_MS,
} from '#core/domain/registration/registration-steps.ts'
import { findActivity } from '../activities/find-activity.ts'
import type { Activities } from '../activities/ports.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import type { Clock, Ids } from '../ports.ts'
import { requirePerson, type PersonActor } from '../require-person.ts'
import { fillPlaces } from './fill-places.ts'
import type { RegisteringActivity, Registration, RegistrationTransactions } from './ports.ts'

export interface RegisterDeps {
  activities: Activities
  registrationTransactions: RegistrationTransactions
  clock: Clock
  ids: Ids
}

/** 报名. The last place goes to one; the others wait. */
export async function register(
  deps: RegisterDeps,
  actor: Actor,
  { activityId, link }: HttpParsedInput<'activity.register'>,
): Promise<HttpOutput<'activity.register'>> {
  const person = await whoMayRegister(deps, actor, { activityId, link })
  const { personId } = person
  return deps.registrationTransactions.run(async (writes) => {
    const activity = await writes.hold(activityId)
    const nowEpochMs = deps.clock.nowEpochMs()
    if (!takesRegistrations(activity, { nowEpochMs })) throw new AppError('CONFLICT', '这场活动现在不接受报名。')
    const [own] = await writes.find(activityId, [personId])
    if (own?.status.state === 'declined') throw new AppError('CONFLICT', '主持人没有通过您的报名。')
    const held = heldRegistrationState.safeParse(own?.status.state)
    if (held.success) return { state: held.data }
    if (activity.terms.mode === 'invitation' && !(await writes.isInvited(activityId, personId)))
      throw new AppError('CONFLICT', '这场活动凭邀请报名，请和主持人联系。')
    const former = takenBack(own, { nowEpochMs })
    const registered = await writes.registeredCount(activityId)
    const state = stateOnRegistering({ terms: activity.terms, registered, former: former?.from ?? null })
    await writes.put(activityId, { personId, queueKey: former?.queueKey ?? deps.ids.next(), status: { state } })
    const subject = `activity:${activityId}`
    await writes.audit.write(
      auditEntry(actor, { action: 'registration.register', subject, before: null, after: { state } }),
    )
    // Who takes their cancelling back was told before, and so was the host.
    if (former === null) await writes.notifications.add([newsOf(state, { person, activity })])
    return { state }
  })
}

/** Who waits longest gets the place. */
export async function cancelRegistration(
  deps: RegisterDeps,
  actor: Actor,
  { activityId }: HttpParsedInput<'activity.cancel-registration'>,
): Promise<HttpOutput<'activity.cancel-registration'>> {
  const { personId } = await whoMayRegister(deps, actor, { activityId })
  await deps.registrationTransactions.run(async (writes) => {
    const activity = await writes.hold(activityId)
    const [own] = await writes.find(activityId, [personId])
    const held = heldRegistrationState.safeParse(own?.status.state)
    if (own === undefined || !held.success) throw new AppError('CONFLICT', '您没有报名这场活动。')
    const nowEpochMs = deps.clock.nowEpochMs()
    const status = { state: 'cancelled', from: held.data, atEpochMs: nowEpochMs } as const
    await writes.put(activityId, { personId, queueKey: own.queueKey, status })
    await writes.audit.write(
      auditEntry(actor, {
        action: 'registration.cancel',
        subject: `activity:${activityId}`,
        before: { state: held.data },
        after: { state: 'cancelled' },
      }),
    )
    await fillPlaces(writes, actor, { activity, nowEpochMs })
  })
  return {}
}

async function whoMayRegister(
  deps: RegisterDeps,
  actor: Actor,
  { activityId, link }: { activityId: string; link?: string | undefined },
): Promise<PersonActor> {
  const { resource } = await findActivity(deps, actor, { activityId, link })
  assertCan(actor, 'activity.register', resource)
  return requirePerson(actor)
}

/** What was cancelled a moment ago, with its place in the order. */
function takenBack(
  own: Registration | undefined,
  { nowEpochMs }: { nowEpochMs: number },
): { from: HeldRegistrationState; queueKey: string } | null {
  if (own?.status.state !== 'cancelled') return null
  const { from, atEpochMs } = own.status
  return nowEpochMs - atEpochMs <= UNDO_CANCELLING_MS ? { from, queueKey: own.queueKey } : null
}

function newsOf(
  state: HeldRegistrationState,
  { person: { personId, name }, activity }: { person: PersonActor; activity: RegisteringActivity },
): NewNotification {
  const { id: activityId, title, hostId, startsAtEpochMs } = activity
  switch (state) {
    case 'asked':
      return { personId: hostId, kind: 'registration.asked', params: { activityId, title, name } }
    case 'waiting':
      return { personId, kind: 'registration.waiting', params: { activityId, title } }
    case 'registered': {
      const startsAt = new Date(startsAtEpochMs).toISOString()
      return { personId, kind: 'registration.registered', params: { activityId, title, startsAt } }
    }
    default:
      return state satisfies never
  }
}
