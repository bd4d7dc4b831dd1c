import { MediaClient } from '#app/_client/media-client.ts'
import { RoomClient } from '#app/_client/room-client.ts'
import { OwnMedia } from '../devices/own-media.ts'
import { Spotlight } from '../stage/spotlight.ts'

/** Everything that lives as long as the page of one room. */
export interface Seminar {
  room: RoomClient
  media: MediaClient
  own: OwnMedia
  spotlight: Spotlight
  /** Idempotent. The seat is not given up: that is `room.leave()`. */
  close: () => void
}

/** Opens the door and prewarms media. */
export function openSeminar({ activityId, linkToken }: { activityId: string; linkToken: string | null }): Seminar {
  const room = RoomClient.open({ activityId, ...(linkToken === null ? {} : { linkToken }) })
  const media = MediaClient.create({ room })
  const own = new OwnMedia({ room, media })
  const spotlight = new Spotlight(room)
  return {
    ...{ room, media, own, spotlight },
    close() {
      spotlight.close()
      own.close()
      media.close()
      room.close()
    },
  }
}
