import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { TimelineEvent } from '#core/contract/timeline.ts'
import { personIdOf, type Actor } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import type { LivePresence } from '../activities/ports.ts'
import { presentActivities } from '../activities/present-activity.ts'
import type { Clock } from '../ports.ts'
import type { RecordingStore } from '../recording/ports.ts'
import type { TimelineStore } from '../seminar/ports.ts'
import { findReplay, type FindReplayDeps } from './find-replay.ts'
import type { RecordedFiles, ReplayProgressStore } from './ports.ts'
import { presentRecording, presentTracks } from './present-tracks.ts'

const PAGE_EVENTS = 5_000

export interface GetReplayDeps extends FindReplayDeps {
  clock: Clock
  presence: LivePresence
  recordings: Pick<RecordingStore, 'ofSession'>
  timeline: Pick<TimelineStore, 'after'>
  progress: ReplayProgressStore
  files: RecordedFiles
}

/** [REPLAY1] What is needed to play a session, complete at any moment: also while it runs, and before the job has run. */
export async function getReplay(
  deps: GetReplayDeps,
  actor: Actor,
  input: HttpParsedInput<'replay.get'>,
): Promise<HttpOutput<'replay.get'>> {
  const { record, session, resource } = await findReplay(deps, actor, input)
  const { sessionId, zeroEpochMs } = session
  const personId = personIdOf(actor)
  const [recordings, events, cards, resumeAtMs] = await Promise.all([
    deps.recordings.ofSession(sessionId),
    allEvents(deps, sessionId),
    presentActivities(deps, [record.summary]),
    personId === null ? null : deps.progress.positionMs(personId, sessionId),
  ])
  const [activity] = cards
  if (activity === undefined) throw new Error('an activity has one card')
  const nowEpochMs = deps.clock.nowEpochMs()
  const endedAtMs = session.durationMs ?? endOf(events)
  return {
    ...{ sessionId, activity, agenda: record.agenda, zeroEpochMs, nowEpochMs, resumeAtMs, events },
    live: endedAtMs === null,
    durationMs: endedAtMs ?? Math.max(0, nowEpochMs - zeroEpochMs),
    recordings: recordings.flatMap(presentRecording),
    may: { finishAgain: can(actor, 'replay.finish-again', resource) },
    tracks: await presentTracks(deps, { recordings, events }),
  }
}

/** The log knows of the end before the session's own row does. */
const endOf = (events: readonly TimelineEvent[]) =>
  events.findLast(({ type }) => type === 'session.ended')?.atMs ?? null

export async function allEvents({ timeline }: GetReplayDeps, sessionId: string): Promise<TimelineEvent[]> {
  const events: TimelineEvent[] = []
  for (;;) {
    const afterSeq = events.at(-1)?.seq ?? 0
    const page = await timeline.after(sessionId, { afterSeq, limit: PAGE_EVENTS })
    events.push(...page)
    if (page.length < PAGE_EVENTS) return events
  }
}
