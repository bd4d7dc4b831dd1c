import type { RoomParsedInput } from '#core/contract/room-requests.ts'
import { seatedParticipant } from '#core/domain/seminar/decide/decision.ts'
import { changeMedia } from '#core/domain/seminar/decide/media.ts'
import { changeRole, giveUpSeat, handOverHost } from '#core/domain/seminar/decide/seats.ts'
import type { SeminarDeps } from './deps.ts'
import { seatedFor, type Seat } from './seat.ts'

type Nothing = Record<string, never>

/** Writes it down; pausing the producer is media's, after this has been allowed. Throws `NOT_FOUND`. */
export async function muteParticipant(
  deps: SeminarDeps,
  seat: Seat,
  { participantId, source }: RoomParsedInput<'participant.mute'>,
): Promise<Nothing> {
  const { session, me } = seatedFor(deps, seat, 'participant.mute')
  await session.decide((state) => {
    const isOn = seatedParticipant(state, participantId).media[source] === 'on'
    return isOn ? changeMedia(state, { participantId, source, to: 'muted', byId: me.id }) : []
  })
  return {}
}

/** [SEAT4] The removed do not come back into this session. */
export async function removeParticipant(
  deps: SeminarDeps,
  seat: Seat,
  { participantId }: RoomParsedInput<'participant.remove'>,
): Promise<Nothing> {
  const { session, me } = seatedFor(deps, seat, 'participant.remove')
  await session.decide((state) => giveUpSeat(state, { participantId, reason: 'removed', byId: me.id }))
  return {}
}

export async function setParticipantRole(
  deps: SeminarDeps,
  seat: Seat,
  input: RoomParsedInput<'participant.set-role'>,
): Promise<Nothing> {
  const { session, me } = seatedFor(deps, seat, 'participant.set-role')
  await session.decide((state) => changeRole(state, { ...input, byId: me.id }))
  return {}
}

export async function handOver(
  deps: SeminarDeps,
  seat: Seat,
  { participantId }: RoomParsedInput<'host.hand-over'>,
): Promise<Nothing> {
  const { session, me } = seatedFor(deps, seat, 'host.hand-over')
  await session.decide((state) => handOverHost(state, { toId: participantId, byId: me.id }))
  return {}
}
