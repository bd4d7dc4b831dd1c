import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { packageOf } from '#core/domain/seminar/session-package.ts'
import { presentActivities } from '../activities/present-activity.ts'
import { findReplay } from './find-replay.ts'
import { allEvents, type GetReplayDeps } from './get-replay.ts'

/** What the activity leaves behind, as far as it has come; made anew from the log each time it is asked for. */
export async function getPackage(
  deps: GetReplayDeps,
  actor: Actor,
  input: HttpParsedInput<'replay.package'>,
): Promise<HttpOutput<'replay.package'>> {
  const { record, session } = await findReplay(deps, actor, input)
  const { sessionId, zeroEpochMs } = session
  const [events, recordings, cards] = await Promise.all([
    allEvents(deps, sessionId),
    deps.recordings.ofSession(sessionId),
    presentActivities(deps, [record.summary]),
  ])
  const [activity] = cards
  if (activity === undefined) throw new Error('an activity has one card')
  const durationMs = session.durationMs ?? events.at(-1)?.atMs ?? 0
  const { agendaStarts, ...told } = packageOf(events, { endMs: durationMs })
  return {
    ...{ activity, durationMs, ...told },
    heldAt: new Date(zeroEpochMs).toISOString(),
    hasReplay: recordings.length > 0,
    agenda: record.agenda.map((item) => ({ ...item, startMs: agendaStarts.get(item.id) ?? null })),
  }
}
