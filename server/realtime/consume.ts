import { COMMON_VIDEO_CODEC } from '#core/contract/media.ts'
import type { RoomOutput, RoomParsedInput } from '#core/contract/room-requests.ts'
import { MediaError } from '#server/media/media-error.ts'
import { assertSeated } from '#server/usecases/seminar/media.ts'
import { withMedia } from './media-refusal.ts'
import type { RoomConnection } from './room-connection.ts'
import type { RoomServer } from './room-server.ts'

/** [MEDIA10] Where the browser cannot play it, its sender is asked for a codec that it can play. */
export async function consume(
  { deps, media, seats }: RoomServer,
  connection: RoomConnection,
  input: RoomParsedInput<'media.consume'>,
): Promise<RoomOutput<'media.consume'>> {
  const { sessionId } = connection.requireSeat()
  assertSeated(deps, connection.requireSeat(), 'media.consume')
  const peer = media.requirePeer(connection)
  return await withMedia(async () => {
    try {
      return await peer.consume(input)
    } catch (error) {
      if (error instanceof MediaError && error.code === 'CANNOT_CONSUME' && playsCommonCodec(input)) {
        const producer = media.producers(sessionId).find(({ producerId }) => producerId === input.producerId)
        const sender = producer?.kind === 'video' ? seats.find(producer.participantId) : null
        sender?.tell('media.codec-wanted', { producerId: input.producerId, mimeType: COMMON_VIDEO_CODEC })
      }
      throw error
    }
  })
}

const playsCommonCodec = ({ rtpCapabilities }: RoomParsedInput<'media.consume'>): boolean =>
  (rtpCapabilities.codecs ?? []).some(({ mimeType }) => mimeType.toLowerCase() === COMMON_VIDEO_CODEC.toLowerCase())
