import type { RoomParsedInput } from '#core/contract/room-requests.ts'
import type { MediaPeer } from '#server/media/media-peer.ts'

/** Size and priority before it flows, so that the first picture is the right one. */
export async function setConsumer(
  peer: MediaPeer,
  { consumerId, paused, spatialLayer, priority }: RoomParsedInput<'media.set-consumer'>,
): Promise<void> {
  if (spatialLayer !== undefined) await peer.setPreferredLayers({ consumerId, spatialLayer })
  if (priority !== undefined) await peer.setPriority({ consumerId, priority })
  if (paused === true) await peer.pauseConsumer({ consumerId })
  if (paused === false) await peer.resumeConsumer({ consumerId })
}
