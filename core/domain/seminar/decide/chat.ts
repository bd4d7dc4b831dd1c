import { AppError } from '#core/contract/errors.ts'
import type { RoomState } from '#core/contract/room-state.ts'
import { assertLive, NOTHING_TO_DO, type Decision } from './decision.ts'

export interface ChatDraft {
  messageId: string
  text: string
  replyTo: string | null
  dedupeKey: string
  byId: string
}

/** [CHAT2] A reply answers a message of this room that still stands. */
export function sendChat(state: RoomState, { byId, ...payload }: ChatDraft): Decision {
  assertLive(state)
  if (payload.replyTo !== null) {
    const original = state.chat.find((message) => message.id === payload.replyTo)
    if (original === undefined || original.deleted)
      throw new AppError('NOT_FOUND', '要回复的那条已经删除。', { field: 'replyTo' })
  }
  return [{ type: 'chat.sent', actorId: byId, payload }]
}

/** [CHAT3] The author deletes their own; `asHost` anybody's. */
export function deleteChat(
  state: RoomState,
  { messageId, byId, asHost }: { messageId: string; byId: string; asHost: boolean },
): Decision {
  const message = state.chat.find((candidate) => candidate.id === messageId)
  if (message === undefined) throw new AppError('NOT_FOUND', '没有这条消息。')
  if (message.deleted) return NOTHING_TO_DO
  if (message.authorId !== byId && !asHost) throw new AppError('FORBIDDEN', '只能删除自己的消息。')
  return [{ type: 'chat.deleted', actorId: byId, payload: { messageId } }]
}
