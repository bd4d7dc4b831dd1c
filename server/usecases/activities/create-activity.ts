import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import { requirePerson } from '../require-person.ts'
import { completeContent, type ContentDeps } from './activity-content.ts'
import type { ActivityWrites } from './ports.ts'

/** A draft, with the actor as its host and an empty plan of the same title. */
export async function createActivity(
  deps: ContentDeps & { activityWrites: ActivityWrites },
  actor: Actor,
  input: HttpParsedInput<'activity.create'>,
): Promise<HttpOutput<'activity.create'>> {
  const hostId = requirePerson(actor).personId
  const content = await completeContent(deps, actor, { input, hostId, keptAgendaIds: new Set(), wasCityEvent: false })
  const activityId = deps.ids.next()
  await deps.activityWrites.create({
    id: activityId,
    planId: deps.ids.next(),
    hostId,
    linkToken: deps.ids.secret(),
    content,
    audit: auditEntry(actor, {
      action: 'activity.create',
      subject: `activity:${activityId}`,
      before: null,
      after: { state: 'draft', title: content.title },
    }),
  })
  return { activityId }
}
