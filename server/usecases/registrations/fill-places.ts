import type { Actor } from '#core/domain/policy/actor.ts'
import { freePlaces, takesRegistrations } from '#core/domain/registration/registration-steps.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import type { RegisteringActivity, RegistrationWrites } from './ports.ts'

/** 候补: who waits moves up into what has become free, first come first, and is told. For a held activity. */
export async function fillPlaces(
  writes: RegistrationWrites,
  actor: Actor,
  { activity, nowEpochMs }: { activity: RegisteringActivity; nowEpochMs: number },
): Promise<void> {
  const { id: activityId, title, terms, startsAtEpochMs } = activity
  if (!takesRegistrations(activity, { nowEpochMs })) return
  const free = freePlaces(terms, { registered: await writes.registeredCount(activityId) })
  if (free === 0) return
  const personIds = await writes.firstWaiting(activityId, Number.isFinite(free) ? free : null)
  if (personIds.length === 0) return
  await writes.move(activityId, personIds, 'registered')
  await writes.audit.write(
    auditEntry(actor, {
      action: 'registration.move-up',
      subject: `activity:${activityId}`,
      before: { state: 'waiting' },
      after: { state: 'registered', people: personIds.join(' ') },
    }),
  )
  const params = { activityId, title, startsAt: new Date(startsAtEpochMs).toISOString() }
  await writes.notifications.add(
    personIds.map((personId) => ({ personId, kind: 'registration.moved-up' as const, params })),
  )
}
