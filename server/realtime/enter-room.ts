import { AppError } from '#core/contract/errors.ts'
import type { RoomOutput, RoomParsedInput } from '#core/contract/room-requests.ts'
import { describeRoom, joinRoom } from '#server/usecases/seminar/join.ts'
import { prepareRoom } from '#server/usecases/seminar/prepare.ts'
import type { RoomConnection } from './room-connection.ts'
import type { RoomServer } from './room-server.ts'

/** Binds the socket to the session, and opens the media room so that the lobby can prewarm. */
export async function prepare(
  { deps, media }: RoomServer,
  connection: RoomConnection,
  input: RoomParsedInput<'room.prepare'>,
): Promise<RoomOutput<'room.prepare'>> {
  const { door, session, willRecord } = await prepareRoom(deps, connection.actor, input)
  const { rtpCapabilities } = await media.room(door.sessionId)
  connection.openDoor(door)
  const { participants, recording } = session.state
  return {
    role: participants[door.participantId]?.role ?? door.entryRole,
    name: door.name,
    willRecord,
    recordingNow: recording !== null,
    presentCount: Object.keys(participants).length,
    rtpCapabilities,
  }
}

/**
 * The seat is claimed before it is taken: a socket that goes meanwhile, this one or the one it replaces, then finds whose
 * the seat is.
 */
export async function join(
  { deps, seats, media }: RoomServer,
  connection: RoomConnection,
  input: RoomParsedInput<'room.join'>,
): Promise<RoomOutput<'room.join'>> {
  const door = connection.requireDoor()
  const { participantId, sessionId } = door
  seats.claim(participantId, connection)
  try {
    const { seat, session, facts } = await joinRoom(deps, door, input)
    if (connection.gone) throw new AppError('UNAVAILABLE', '连接中断，请重新进入。')
    connection.sitDown(seat)
    const room = describeRoom(deps, { session, participantId, afterSeq: input.afterSeq })
    return { ...room, ...facts, producers: media.producers(sessionId) }
  } catch (error) {
    if (seats.release(participantId, connection)) await loseSeat({ deps }, { sessionId, participantId })
    throw error
  }
}

/** Shows a seat as offline; without effect while the session is not here, since it is taken up with everybody offline. */
export async function loseSeat(
  { deps: { sessions } }: Pick<RoomServer, 'deps'>,
  { sessionId, participantId }: { sessionId: string; participantId: string },
): Promise<void> {
  const session = sessions.find(sessionId)
  if (session !== null) await sessions.lose(session, participantId)
}
