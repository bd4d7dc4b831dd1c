import { handOver, removeParticipant, setParticipantRole } from '#server/usecases/seminar/people.ts'
import type { RoomHandlers } from '../bind.ts'
import { mute } from '../host-mute.ts'
import type { RoomServer } from '../room-server.ts'

type Names = 'participant.mute' | 'participant.remove' | 'participant.set-role' | 'host.hand-over'

export const peopleHandlers = (server: RoomServer): Pick<RoomHandlers, Names> => ({
  'participant.mute': (connection, input) => mute(server, connection, input),
  'participant.remove': (connection, input) => removeParticipant(server.deps, connection.requireSeat(), input),
  'participant.set-role': (connection, input) => setParticipantRole(server.deps, connection.requireSeat(), input),
  'host.hand-over': (connection, input) => handOver(server.deps, connection.requireSeat(), input),
})
