import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { RoomClientState } from '#app/_client/room-store.ts'
import { useSeminar } from '../session/seminar-context.tsx'

type Translate = ReturnType<typeof useTranslations<'room'>>

/** The newest sentence for those who do not see the room: hands, stage, recording. */
export function useAnnouncements(): string {
  const t = useTranslations('room')
  const { room } = useSeminar()
  const [sentence, setSentence] = useState('')
  useEffect(
    () =>
      room.store.subscribe((state, before) => {
        if (before.me === null || state.room === before.room) return
        const news = newsOf(state, { before, t })
        if (news !== '') setSentence(news)
      }),
    [room, t],
  )
  return sentence
}

function newsOf({ room, me }: RoomClientState, { before, t }: { before: RoomClientState; t: Translate }): string {
  const name = (id: string) => (id === me ? t('you') : (room.participants[id]?.name ?? ''))
  const raised = room.hands.filter(({ participantId: id }) => !before.room.hands.some((h) => h.participantId === id))
  const entered = room.stage.filter((id) => !before.room.stage.includes(id))
  const left = before.room.stage.filter((id) => !room.stage.includes(id) && room.participants[id] !== undefined)
  const recordingChanged = (room.recording === null) !== (before.room.recording === null)
  return [
    ...raised.map(({ participantId }) => t('say.raised', { name: name(participantId) })),
    ...entered.map((id) => t('say.entered', { name: name(id) })),
    ...left.map((id) => t('say.left', { name: name(id) })),
    ...(recordingChanged ? [t(room.recording === null ? 'say.recordingStopped' : 'say.recordingStarted')] : []),
  ].join(' ')
}
