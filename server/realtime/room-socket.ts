import type { DefaultEventsMap, Server, Socket } from 'socket.io'
import type { RoomEvent, RoomEventName } from '#core/contract/room-events.ts'

export type ServerEvents = { [N in RoomEventName]: (event: RoomEvent<N>) => void }
export type RoomIo = Server<DefaultEventsMap, ServerEvents>
export type RoomSocket = Socket<DefaultEventsMap, ServerEvents>

/** Everybody who has a seat: timeline, producers, who speaks. */
export const seatedChannel = (sessionId: string) => `seated:${sessionId}`
/** Everybody who has opened the door, seated or still in the lobby: news of the media itself. */
export const doorChannel = (sessionId: string) => `door:${sessionId}`
export const personChannel = (personId: string) => `person:${personId}`
