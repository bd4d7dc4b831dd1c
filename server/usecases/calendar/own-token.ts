import type { HttpOutput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import type { Ids } from '../ports.ts'
import { requirePerson } from '../require-person.ts'
import type { CalendarTokens } from './ports.ts'

type TokenDeps = { calendarTokens: CalendarTokens }

export async function getOwnToken(
  { calendarTokens }: TokenDeps,
  actor: Actor,
): Promise<HttpOutput<'calendar.own-token'>> {
  return { token: await calendarTokens.of(requirePerson(actor).personId) }
}

export async function renewOwnToken(
  { calendarTokens, ids }: TokenDeps & { ids: Ids },
  actor: Actor,
): Promise<HttpOutput<'calendar.renew-token'>> {
  const { personId } = requirePerson(actor)
  const token = ids.secret()
  await calendarTokens.put(personId, { token, audit: entryOf(actor, { action: 'calendar.renew-token', personId }) })
  return { token }
}

export async function dropOwnToken(
  { calendarTokens }: TokenDeps,
  actor: Actor,
): Promise<HttpOutput<'calendar.drop-token'>> {
  const { personId } = requirePerson(actor)
  await calendarTokens.drop(personId, { audit: entryOf(actor, { action: 'calendar.drop-token', personId }) })
  return {}
}

/** The address itself stands in no log. */
const entryOf = (
  actor: Actor,
  { action, personId }: { action: 'calendar.renew-token' | 'calendar.drop-token'; personId: string },
) => auditEntry(actor, { action, subject: `person:${personId}`, before: null, after: null })
