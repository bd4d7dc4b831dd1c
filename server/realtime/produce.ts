import { AppError } from '#core/contract/errors.ts'
import type { RoomOutput, RoomParsedInput } from '#core/contract/room-requests.ts'
import { assertMayProduce, mayStillProduce } from '#server/usecases/seminar/media.ts'
import { withMedia } from './media-refusal.ts'
import type { RoomConnection } from './room-connection.ts'
import type { RoomServer } from './room-server.ts'

/** [MEDIA2] Who was taken off the stage while the producer was being made is not heard after all. */
export async function produce(
  { deps, media }: RoomServer,
  connection: RoomConnection,
  input: RoomParsedInput<'media.produce'>,
): Promise<RoomOutput<'media.produce'>> {
  const seat = connection.requireSeat()
  assertMayProduce(deps, seat)
  const peer = media.requirePeer(connection)
  const made = await withMedia(() => peer.produce(input))
  if (mayStillProduce(deps, seat)) return made
  await withMedia(() => peer.closeProducer(made))
  throw new AppError('FORBIDDEN', '您已经不在台上。')
}
