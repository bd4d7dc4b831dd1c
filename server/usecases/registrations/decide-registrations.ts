import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { freePlaces, isDecidable } from '#core/domain/registration/registration-steps.ts'
import { findActivity } from '../activities/find-activity.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import { fillPlaces } from './fill-places.ts'
import type { RegisteringActivity, Registration, RegistrationWrites } from './ports.ts'
import type { RegisterDeps } from './register.ts'

type Input = HttpParsedInput<'registrations.decide'>

/** The host lets in, or declines, one or many. */
export async function decideRegistrations(
  deps: Omit<RegisterDeps, 'ids'>,
  actor: Actor,
  { activityId, decision, people, reason }: Input,
): Promise<HttpOutput<'registrations.decide'>> {
  const { resource } = await findActivity(deps, actor, { activityId })
  assertCan(actor, 'activity.decide-registrations', resource)
  await deps.registrationTransactions.run(async (writes) => {
    const activity = await writes.hold(activityId)
    if (activity.state === 'ended' || activity.state === 'cancelled') {
      throw new AppError('CONFLICT', '活动已经结束或取消，名单不能再改。')
    }
    const decided = await asTheListSaid(writes, { activityId, decision, people })
    const personIds = decided.map(({ personId }) => personId)
    await writes.audit.write(
      auditEntry(actor, {
        action: `registration.${decision}`,
        subject: `activity:${activityId}`,
        before: null,
        after: { people: personIds.join(' '), ...(reason === '' ? {} : { reason }) },
      }),
    )
    if (decision === 'approve') await approve(writes, { activity, personIds })
    else await decline(writes, { activity, personIds, reason })
    await fillPlaces(writes, actor, { activity, nowEpochMs: deps.clock.nowEpochMs() })
  })
  return {}
}

/** In the order of asking. Throws `CONFLICT` when one of them was decided on, or has cancelled, since the list was read. */
async function asTheListSaid(
  writes: RegistrationWrites,
  { activityId, decision, people }: Pick<Input, 'activityId' | 'decision' | 'people'>,
): Promise<Registration[]> {
  const versions = new Map(people.map(({ personId, version }) => [personId, version]))
  const found = await writes.find(activityId, [...versions.keys()])
  const stands = found.filter(
    ({ personId, version, status }) => versions.get(personId) === version && isDecidable(status.state, decision),
  )
  if (stands.length !== versions.size) throw new AppError('CONFLICT', '名单刚刚有变化，请看过再定。')
  return stands
}

async function approve(
  writes: RegistrationWrites,
  { activity, personIds }: { activity: RegisteringActivity; personIds: readonly string[] },
): Promise<void> {
  const { id: activityId, title, terms, startsAtEpochMs } = activity
  // Who was approved before them and waits has the first claim.
  const waitsAlready = (await writes.firstWaiting(activityId, 1)).length > 0
  const free = waitsAlready ? 0 : freePlaces(terms, { registered: await writes.registeredCount(activityId) })
  const registered = personIds.slice(0, free)
  const waiting = personIds.slice(free)
  await writes.move(activityId, registered, 'registered')
  await writes.move(activityId, waiting, 'waiting')
  const startsAt = new Date(startsAtEpochMs).toISOString()
  await writes.notifications.add([
    ...registered.map((personId) => ({
      personId,
      kind: 'registration.registered' as const,
      params: { activityId, title, startsAt },
    })),
    ...waiting.map((personId) => ({
      personId,
      kind: 'registration.waiting' as const,
      params: { activityId, title },
    })),
  ])
}

async function decline(
  writes: RegistrationWrites,
  { activity, personIds, reason }: { activity: RegisteringActivity; personIds: readonly string[]; reason: string },
): Promise<void> {
  const { id: activityId, title } = activity
  await writes.move(activityId, personIds, 'declined')
  const params = { activityId, title, reason }
  await writes.notifications.add(
    personIds.map((personId) => ({ personId, kind: 'registration.declined' as const, params })),
  )
}
