import { useCallback, useState } from 'react'
import { useRoom } from '../session/seminar-context.tsx'

/** How many messages of others have come since one looked; what was there on entering counts as seen. */
export function useUnreadChat(): { count: number; onSeen: (seq: number) => void } {
  const newest = useRoom((state) => state.room.chat.at(-1)?.seq ?? 0)
  const [seenSeq, setSeenSeq] = useState(newest)
  const count = useRoom(
    ({ room, me }) =>
      room.chat.filter(({ seq, authorId, deleted }) => seq > seenSeq && authorId !== me && !deleted).length,
  )
  const onSeen = useCallback((seq: number) => setSeenSeq((before) => Math.max(before, seq)), [])
  return { count, onSeen }
}
