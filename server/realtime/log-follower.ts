import type { TimelineEvent } from '#core/contract/timeline.ts'
import type { RoomServer } from './room-server.ts'

/**
 * Sockets and media follow the log, whoever wrote it: leaving the stage ends what one sends, losing the seat ends what one
 * receives, the end of the session ends all. [SEAT8] So a removed person's media is gone in the tick of the commit.
 */
export function followLog({ deps, seats, media, broadcaster }: RoomServer): void {
  const follow = (event: TimelineEvent) => {
    if (event.type === 'stage.left') {
      const connection = seats.find(event.payload.participantId)
      if (connection !== null) media.closeProducers(connection)
      return
    }
    if (event.type !== 'participant.left') return
    const { participantId, reason } = event.payload
    const connection = seats.find(participantId)
    if (connection === null) return
    seats.release(participantId, connection)
    media.closePeer(connection)
    connection.standUp()
    if (reason === 'removed') connection.close('removed')
  }
  deps.sessions.on('published', ({ events }) => {
    for (const event of events) follow(event)
  })
  deps.sessions.on('dropped', ({ sessionId, reason }) => {
    broadcaster.toDoor(sessionId, 'room.closed', { reason: reason === 'ended' ? 'ended' : 'server-stopping' })
    broadcaster.disconnectDoor(sessionId)
    media.closeRoom(sessionId)
  })
}
