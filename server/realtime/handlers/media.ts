import { assertSeated } from '#server/usecases/seminar/media.ts'
import type { RoomHandlers } from '../bind.ts'
import { consume } from '../consume.ts'
import { setConsumer } from '../consumer-settings.ts'
import { withMedia } from '../media-refusal.ts'
import { produce } from '../produce.ts'
import type { RoomConnection } from '../room-connection.ts'
import type { RoomServer } from '../room-server.ts'

type Names = Extract<keyof RoomHandlers, `media.${string}`>

/** The use-case is asked first; then media. One's peer knows only one's own transports, producers and consumers. */
export const mediaHandlers = (server: RoomServer): Pick<RoomHandlers, Names> => {
  const { deps, media } = server
  const seatedPeer = (connection: RoomConnection, request: Names) => {
    assertSeated(deps, connection.requireSeat(), request)
    return media.requirePeer(connection)
  }
  const doorPeer = (connection: RoomConnection) => {
    connection.requireDoor()
    return media.requirePeer(connection)
  }
  return {
    'media.create-transport': async (connection, input) => {
      const peer = await media.openPeer(connection)
      return await withMedia(() => peer.createTransport(input))
    },
    'media.connect-transport': async (connection, input) => {
      await withMedia(() => doorPeer(connection).connectTransport(input))
      return {}
    },
    'media.restart-ice': async (connection, input) => ({
      iceParameters: await withMedia(() => doorPeer(connection).restartIce(input)),
    }),
    'media.produce': (connection, input) => produce(server, connection, input),
    'media.set-producer': async (connection, { producerId, paused }) => {
      const peer = seatedPeer(connection, 'media.set-producer')
      await withMedia(() => (paused ? peer.pauseProducer({ producerId }) : peer.resumeProducer({ producerId })))
      return {}
    },
    'media.close-producer': async (connection, input) => {
      await withMedia(() => seatedPeer(connection, 'media.close-producer').closeProducer(input))
      return {}
    },
    'media.consume': (connection, input) => consume(server, connection, input),
    'media.set-consumer': async (connection, input) => {
      await withMedia(() => setConsumer(seatedPeer(connection, 'media.set-consumer'), input))
      return {}
    },
    'media.close-consumer': async (connection, input) => {
      await withMedia(() => seatedPeer(connection, 'media.close-consumer').closeConsumer(input))
      return {}
    },
    'media.request-keyframe': async (connection, input) => {
      await withMedia(() => seatedPeer(connection, 'media.request-keyframe').requestKeyFrame(input))
      return {}
    },
  }
}
