import type { MediaState, RoomState } from '#core/contract/room-state.ts'
import type { MediaSource } from '#core/contract/timeline.ts'
import { NOTHING_TO_DO, type Decision } from './decision.ts'

/** What a source of a participant does now; written only when it differs from what the log says. */
export function changeMedia(
  state: RoomState,
  {
    participantId,
    source,
    to,
    byId,
  }: { participantId: string; source: MediaSource; to: MediaState; byId: string | null },
): Decision {
  const seated = state.participants[participantId]
  if (seated === undefined || state.status.status === 'ended') return NOTHING_TO_DO
  if ((seated.media[source] ?? 'off') === to) return NOTHING_TO_DO
  return [{ type: 'media.changed', actorId: byId, payload: { participantId, source, state: to } }]
}
