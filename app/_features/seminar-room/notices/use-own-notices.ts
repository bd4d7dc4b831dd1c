import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { showToast } from '#app/_ui/toast-queue.ts'
import type { RoomRole } from '#core/contract/roles.ts'
import { GUEST } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import type { OwnMediaNews } from '../devices/own-media.ts'
import { useSeminar } from '../session/seminar-context.tsx'
import { useTellFailure } from '../session/use-ask.ts'

/** Says what happens to oneself: called to the stage, asked down, muted, given another part. */
export function useOwnNotices(): void {
  const t = useTranslations('room')
  const { room, own } = useSeminar()
  const tell = useTellFailure()
  useEffect(
    () =>
      room.store.subscribe((state, before) => {
        const { me } = state
        if (me === null || before.me === null || state.room === before.room) return
        const [was, is] = [before.room.stage.includes(me), state.room.stage.includes(me)]
        if (!was && is) {
          const action = { label: t('notices.openMicrophone'), onAction: () => own.setMuted(false) }
          showToast({ kind: 'notice', text: t('notices.onStage'), action })
        }
        const [oldRole, role] = [before.room.participants[me]?.role, state.room.participants[me]?.role]
        if (was && !is) showToast({ kind: 'notice', text: t(mayAsk(role) ? 'notices.offStage' : 'notices.watching') })
        if (oldRole !== undefined && role !== undefined && oldRole !== role) {
          showToast({ kind: 'notice', text: t('notices.role', { role: t(`roles.${role}`) }) })
        }
      }),
    [room, own, t],
  )
  useEffect(
    () =>
      own.onNews((news) => {
        const text = textOf(news, t)
        if (text !== null) showToast({ kind: news.kind === 'device-failed' ? 'error' : 'notice', text })
        else if (news.kind !== 'unsent') return
        else if (news.error instanceof Error && news.error.name !== 'RequestError') {
          showToast({ kind: 'error', text: t('notices.notSent') })
        } else tell(news.error)
      }),
    [own, t, tell],
  )
}

/** Whoever may raise a hand may also write. */
const mayAsk = (role: RoomRole | undefined) =>
  role !== undefined && can(GUEST, 'room.raise-hand', { kind: 'room', role, onStage: false })

const MUTED = { microphone: 'mutedByHost', camera: 'cameraByHost', screen: 'screenByHost' } as const

/** Null for what is told by its error. */
function textOf(news: OwnMediaNews, t: ReturnType<typeof useTranslations<'room'>>): string | null {
  switch (news.kind) {
    case 'unsent':
      return null
    case 'muted-by-host':
      return t(`notices.${MUTED[news.source === 'screen-audio' ? 'screen' : news.source]}`)
    case 'device-failed':
      return t(`notices.device.${news.fault}`, { device: t(`devices.${news.device}`) })
    case 'device-lost':
      return news.replacedBy === null
        ? t(`notices.${news.device}Lost`)
        : t('notices.deviceReplaced', { device: t(`devices.${news.device}`), label: news.replacedBy })
    case 'device-back':
      return t(`notices.${news.device}Back`)
    default:
      return news satisfies never
  }
}
