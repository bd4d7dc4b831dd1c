import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { showToast } from '#app/_ui/toast-queue.ts'
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
        if (was && !is) showToast({ kind: 'notice', text: t('notices.offStage') })
        const [oldRole, role] = [before.room.participants[me]?.role, state.room.participants[me]?.role]
        if (oldRole !== undefined && role !== undefined && oldRole !== role) {
          showToast({ kind: 'notice', text: t('notices.role', { role: t(`roles.${role}`) }) })
        }
      }),
    [room, own, t],
  )
  useEffect(
    () =>
      own.onFault((fault) => {
        if (fault.kind === 'muted-by-host') {
          const what =
            fault.source === 'microphone' ? 'mutedByHost' : fault.source === 'camera' ? 'cameraByHost' : 'screenByHost'
          showToast({ kind: 'notice', text: t(`notices.${what}`) })
        } else if (fault.error instanceof Error && fault.error.name !== 'RequestError') {
          showToast({ kind: 'error', text: t('notices.notSent') })
        } else tell(fault.error)
      }),
    [own, t, tell],
  )
}
