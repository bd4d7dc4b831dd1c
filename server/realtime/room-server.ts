import type { SeminarDeps } from '#server/usecases/seminar/deps.ts'
import type { Broadcaster } from './broadcaster.ts'
import type { RoomMedia } from './room-media.ts'
import type { SeatConnections } from './seat-connections.ts'

/** What handlers work with. */
export interface RoomServer {
  deps: SeminarDeps
  seats: SeatConnections
  media: RoomMedia
  broadcaster: Broadcaster
}
