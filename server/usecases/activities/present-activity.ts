import type { ActivityCard } from '#core/contract/activity.ts'
import { presentPerson } from '../people/present-person.ts'
import type { ActivitySummary, LivePresence } from './ports.ts'

/** Cards of activities, in the order given, with those present now. */
export async function presentActivities(
  { presence }: { presence: LivePresence },
  summaries: readonly ActivitySummary[],
): Promise<ActivityCard[]> {
  const live = summaries.filter(({ state }) => state === 'live').map(({ id }) => id)
  const counts = live.length === 0 ? new Map<string, number>() : await presence.presentCounts(live)
  return summaries.map((summary) => presentActivity(summary, { presentCount: counts.get(summary.id) ?? 0 }))
}

function presentActivity(summary: ActivitySummary, { presentCount }: { presentCount: number }): ActivityCard {
  const { id, kind, state, title, question, entry, studio, district, replayDurationMs, coverKey } = summary
  const version = coverKey === null ? '' : (coverKey.split('/').at(-1) ?? '')
  return {
    id,
    kind,
    state,
    title,
    question,
    startsAt: new Date(summary.startsAtEpochMs).toISOString(),
    endsAt: new Date(summary.endsAtEpochMs).toISOString(),
    entry,
    ...{ isCityEvent: summary.isCityEvent, venue: summary.venue, subjects: summary.subjects, stages: summary.stages },
    studio,
    district,
    host: presentPerson(summary.host),
    presentCount,
    replayDurationMs,
    coverUrl: coverKey === null ? null : `/api/covers/${id}?v=${encodeURIComponent(version)}`,
    linkToken: entry === 'link' ? summary.linkToken : null,
  }
}
