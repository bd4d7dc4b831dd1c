import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { RoomClientState } from '#app/_client/room-store.ts'
import { END_UNDO_MS } from '#core/domain/seminar/decide/session.ts'
import { movedHand } from '../hands/moved-hand.ts'
import { useSeminar } from '../session/seminar-context.tsx'

type Translate = ReturnType<typeof useTranslations<'room'>>

export interface Said {
  sentence: string
  /** Raised each time, so that the same sentence is read again. */
  count: number
}

/** The newest sentence for those who do not see the room: hands, stage, recording, the end, one's own connection. */
export function useAnnouncements(): Said {
  const t = useTranslations('room')
  const { room } = useSeminar()
  const [said, setSaid] = useState<Said>({ sentence: '', count: 0 })
  useEffect(
    () =>
      room.store.subscribe((state, before) => {
        if (before.me === null) return
        const news = [linkNews(state, { before, t }), ...roomNews(state, { before, t })].filter(Boolean).join(' ')
        if (news !== '') setSaid(({ count }) => ({ sentence: news, count: count + 1 }))
      }),
    [room, t],
  )
  return said
}

interface Change {
  before: RoomClientState
  t: Translate
}

function linkNews({ link }: RoomClientState, { before, t }: Change): string | null {
  if (link.status === before.link.status) return null
  if (link.status === 'reconnecting') return t('say.reconnecting')
  return link.status === 'joined' && before.link.status === 'reconnecting' ? t('say.back') : null
}

function roomNews({ room, me, link }: RoomClientState, { before, t }: Change): string[] {
  // What was missed while one was away is not read out in one breath: the room shows it.
  if (room === before.room || link.status !== 'joined' || before.link.status !== 'joined') return []
  const name = (id: string) => (id === me ? t('you') : (room.participants[id]?.name ?? ''))
  const raised = room.hands.filter(({ participantId: id }) => !before.room.hands.some((h) => h.participantId === id))
  const entered = room.stage.filter((id) => !before.room.stage.includes(id))
  const left = before.room.stage.filter((id) => !room.stage.includes(id) && room.participants[id] !== undefined)
  const recordingChanged = (room.recording === null) !== (before.room.recording === null)
  const isEnding = room.status.status === 'ending' && before.room.status.status !== 'ending'
  return [
    ...raised.map(({ participantId }) => t('say.raised', { name: name(participantId) })),
    ...movedHand(room.hands, before.room.hands).map(({ id, number }) => t('say.moved', { name: name(id), number })),
    ...entered.map((id) => t('say.entered', { name: name(id) })),
    ...left.map((id) => t('say.left', { name: name(id) })),
    ...(recordingChanged ? [t(room.recording === null ? 'say.recordingStopped' : 'say.recordingStarted')] : []),
    ...(isEnding ? [t('say.ending', { seconds: END_UNDO_MS / 1_000 })] : []),
  ]
}
