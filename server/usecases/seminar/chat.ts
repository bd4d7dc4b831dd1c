import { AppError } from '#core/contract/errors.ts'
import type { RoomOutput, RoomParsedInput } from '#core/contract/room-requests.ts'
import * as chat from '#core/domain/seminar/decide/chat.ts'
import type { SeminarDeps } from './deps.ts'
import { seatedFor, type Seat } from './seat.ts'

/** [ACK3] The same `dedupeKey` answers the same message, however often it is sent. */
export async function sendChat(
  deps: SeminarDeps,
  seat: Seat,
  input: RoomParsedInput<'chat.send'>,
): Promise<RoomOutput<'chat.send'>> {
  const { session, me } = seatedFor(deps, seat, 'chat.send')
  const draft = { ...input, messageId: deps.ids.next(), byId: me.id }
  await session.decideOnce(input.dedupeKey, {
    decide: (state) => chat.sendChat(state, draft),
    done: () => session.log.chatByKey(input.dedupeKey) !== undefined,
  })
  const sent = session.log.chatByKey(input.dedupeKey)
  if (sent === undefined) throw new Error('A chat message was acknowledged and is not in the log.')
  if (sent.actorId !== me.id) throw new AppError('CONFLICT', '消息编号已被占用，请重新发送。', { field: 'dedupeKey' })
  return { messageId: sent.payload.messageId, seq: sent.seq, atMs: sent.atMs }
}

export async function deleteChat(
  deps: SeminarDeps,
  seat: Seat,
  { messageId }: RoomParsedInput<'chat.delete'>,
): Promise<Record<string, never>> {
  const { session, me, isHost } = seatedFor(deps, seat, 'chat.delete')
  await session.decide((state) => chat.deleteChat(state, { messageId, byId: me.id, asHost: isHost }))
  return {}
}

/** Oldest first, the `limit` messages before `beforeSeq`. */
export function chatHistory(
  deps: SeminarDeps,
  seat: Seat,
  { beforeSeq, limit }: RoomParsedInput<'chat.history'>,
): Promise<RoomOutput<'chat.history'>> {
  const { session } = seatedFor(deps, seat, 'chat.history')
  const older = session.state.chat.filter(({ seq }) => seq < beforeSeq)
  return Promise.resolve({ messages: older.slice(-limit), hasMore: older.length > limit })
}
