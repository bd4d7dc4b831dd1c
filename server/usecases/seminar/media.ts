import type { RoomRequestName } from '#core/contract/room-requests.ts'
import type { MediaState } from '#core/contract/room-state.ts'
import type { MediaSource } from '#core/contract/timeline.ts'
import { assertLive, isOnStage } from '#core/domain/seminar/decide/decision.ts'
import { changeMedia } from '#core/domain/seminar/decide/media.ts'
import type { SeminarDeps } from './deps.ts'
import { seatedFor, type Seat } from './seat.ts'

/** Throws `FORBIDDEN` for who has no seat any more. */
export function assertSeated(deps: Pick<SeminarDeps, 'sessions'>, seat: Seat, request: RoomRequestName): void {
  seatedFor(deps, seat, request)
}

/** Asked before a producer is made: only who stands on stage is seen and heard. */
export function assertMayProduce(deps: Pick<SeminarDeps, 'sessions'>, seat: Seat): void {
  const { session } = seatedFor(deps, seat, 'media.produce')
  assertLive(session.state)
}

/** Asked again after it was made, since the host may have acted meanwhile. */
export function mayStillProduce({ sessions }: Pick<SeminarDeps, 'sessions'>, seat: Seat): boolean {
  const state = sessions.find(seat.sessionId)?.state
  return state !== undefined && state.status.status !== 'ended' && isOnStage(state, seat.participantId)
}

/** What media does is written into the log: the tile of everybody, the replay and the report read it there. */
export async function reflectMedia(
  { sessions }: Pick<SeminarDeps, 'sessions'>,
  {
    sessionId,
    participantId,
    source,
    to,
  }: { sessionId: string; participantId: string; source: MediaSource; to: MediaState },
): Promise<void> {
  const session = sessions.find(sessionId)
  if (session === null) return
  await session.decide((state) => changeMedia(state, { participantId, source, to, byId: participantId }))
}

/** One stretch of speech, told when it is over. */
export async function recordSpeech(
  { sessions }: Pick<SeminarDeps, 'sessions'>,
  { sessionId, participantId, ...span }: { sessionId: string; participantId: string; fromMs: number; toMs: number },
): Promise<void> {
  const session = sessions.find(sessionId)
  if (session === null || session.state.status.status === 'ended') return
  await session.decide((state) =>
    state.participants[participantId] === undefined
      ? []
      : [{ type: 'speech.spoken', actorId: participantId, payload: { participantId, ...span } }],
  )
}
