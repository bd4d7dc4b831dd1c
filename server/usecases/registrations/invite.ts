import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { findActivity } from '../activities/find-activity.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import { requirePerson } from '../require-person.ts'
import type { RegisterDeps } from './register.ts'

/** The host asks people to come. They register themselves, whatever the terms; where it goes by invitation nobody else can. */
export async function invite(
  deps: Omit<RegisterDeps, 'ids' | 'clock'>,
  actor: Actor,
  { activityId, personIds }: HttpParsedInput<'registrations.invite'>,
): Promise<HttpOutput<'registrations.invite'>> {
  const { resource } = await findActivity(deps, actor, { activityId })
  assertCan(actor, 'activity.decide-registrations', resource)
  const { name } = requirePerson(actor)
  return deps.registrationTransactions.run(async (writes) => {
    const { state, title, startsAtEpochMs } = await writes.hold(activityId)
    if (state !== 'published' && state !== 'live') throw new AppError('CONFLICT', '先发布活动，再邀请老师。')
    const fresh = await writes.invite(activityId, personIds)
    if (fresh.length === 0) return { invited: 0 }
    const params = { activityId, title, name, startsAt: new Date(startsAtEpochMs).toISOString() }
    await writes.notifications.add(
      fresh.map((personId) => ({ personId, kind: 'registration.invited' as const, params })),
    )
    const after = { people: fresh.join(' ') }
    const subject = `activity:${activityId}`
    await writes.audit.write(auditEntry(actor, { action: 'registration.invite', subject, before: null, after }))
    return { invited: fresh.length }
  })
}
