'use client'

import { CloudOff } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { ToastAction, ToastPlate, ToastTime } from '#app/_ui/toast.tsx'
import { END_UNDO_MS } from '#core/domain/seminar/decide/session.ts'
import { useIsHost, useMedia, useRoom } from '../session/seminar-context.tsx'
import { useAsk } from '../session/use-ask.ts'
import { useSessionNowMs } from '../session/use-session-now.ts'

/** What is true for the whole room right now, above the stage. Everything stays in its place below it. */
export function RoomNotices() {
  const link = useRoom((state) => state.link)
  const path = useMedia((state) => state.path)
  const isEnding = useRoom((state) => state.room.status.status === 'ending')
  return (
    <div className="pointer-events-none absolute inset-x-0 top-26 z-30 flex flex-col items-center gap-2 px-4 *:pointer-events-auto phone:top-14 lying:top-12">
      {link.status === 'reconnecting' ? (
        <Reconnecting sinceMs={link.sinceMs} />
      ) : (
        (path === 'recovering' || path === 'unsupported') && <MediaNote path={path} />
      )}
      {isEnding && <Ending />}
    </div>
  )
}

function Reconnecting({ sinceMs }: { sinceMs: number }) {
  const t = useTranslations('room')
  const format = useFormatter()
  const time = format.dateTime(sinceMs, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false })
  return (
    <p className="flex items-center gap-2 rounded-control border border-ochre-line bg-ochre-wash px-4 py-2 text-ui text-ochre shadow-float">
      <Icon of={CloudOff} />
      {t('link.reconnecting', { time })}
    </p>
  )
}

function MediaNote({ path }: { path: 'recovering' | 'unsupported' }) {
  const t = useTranslations('room')
  return (
    <p
      role="status"
      className="flex items-center gap-2 rounded-control bg-sheet px-4 py-2 text-ui text-ink-2 shadow-float"
    >
      {t(path === 'recovering' ? 'link.mediaAgain' : 'link.noMedia')}
    </p>
  )
}

/** 散场 in ten seconds: the host can take it back, everybody knows. */
function Ending() {
  const t = useTranslations('room')
  const ask = useAsk()
  const isHost = useIsHost()
  const endsAtMs = useRoom(({ room }) => (room.status.status === 'ending' ? room.status.endsAtMs : 0))
  const leftMs = Math.max(0, endsAtMs - useSessionNowMs())
  const seconds = Math.ceil(leftMs / 1_000)
  return (
    // Said once by the announcements; every second of it would drown all else.
    <div role="status" aria-live="off" className="w-[min(26rem,100%)] shadow-float">
      <ToastPlate tone="plain">
        <span className="flex-1">{t('end.soon', { seconds })}</span>
        <ToastTime ratio={leftMs / END_UNDO_MS} />
        {isHost && <ToastAction onPress={() => void ask('room.cancel-end', {})}>{t('end.undo')}</ToastAction>}
      </ToastPlate>
    </div>
  )
}
