import type { RoomParsedInput } from '#core/contract/room-requests.ts'
import { muteParticipant } from '#server/usecases/seminar/people.ts'
import type { RoomConnection } from './room-connection.ts'
import type { RoomServer } from './room-server.ts'

/** [MEDIA3] The producer is paused here, at the server, and its sender is told to stop: nobody hears them meanwhile. */
export async function mute(
  { deps, seats, media }: RoomServer,
  connection: RoomConnection,
  input: RoomParsedInput<'participant.mute'>,
): Promise<Record<string, never>> {
  await muteParticipant(deps, connection.requireSeat(), input)
  const target = seats.find(input.participantId)
  const producerId = target === null ? null : await media.mute(target, input.source)
  if (producerId !== null) target?.tell('media.muted-by-host', { producerId })
  return {}
}
