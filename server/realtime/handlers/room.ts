import { cancelEnd, endRoom } from '#server/usecases/seminar/ending.ts'
import { eventsAfter, leaveRoom } from '#server/usecases/seminar/join.ts'
import type { RoomHandlers } from '../bind.ts'
import { join, prepare } from '../enter-room.ts'
import type { RoomServer } from '../room-server.ts'

type Names = 'room.prepare' | 'room.join' | 'room.leave' | 'room.end' | 'room.cancel-end' | 'room.events-after'

export const roomHandlers = (server: RoomServer): Pick<RoomHandlers, Names> => ({
  'room.prepare': (connection, input) => prepare(server, connection, input),
  'room.join': (connection, input) => join(server, connection, input),
  'room.leave': (connection) => leaveRoom(server.deps, connection.requireSeat()),
  'room.end': (connection) => endRoom(server.deps, connection.requireSeat()),
  'room.cancel-end': (connection) => cancelEnd(server.deps, connection.requireSeat()),
  'room.events-after': (connection, input) => eventsAfter(server.deps, connection.requireSeat(), input),
})
