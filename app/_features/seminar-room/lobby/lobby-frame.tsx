'use client'

import { ArrowLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Link } from '#app/_ui/link.tsx'
import type { ReactNode } from 'react'
import { Icon } from '#app/_ui/icon.tsx'
import { LiveMark } from '#app/_ui/live-mark.tsx'
import { useFacts } from '../session/seminar-context.tsx'

const MINUTE_MS = 60_000

/** The lobby's bar and its two places: the mirror, and what is asked beside it. */
export function LobbyFrame({ mirror, children }: { mirror: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col bg-room text-ink">
      <LobbyBar />
      <main className="m-auto grid w-full max-w-306 grid-cols-[minmax(0,720px)_400px] items-center gap-14 px-6 pb-16 laptop:grid-cols-[minmax(0,1fr)_340px] laptop:gap-8 phone:m-0 phone:block phone:px-0 phone:pb-0">
        <div>{mirror}</div>
        <div className="phone:px-4 phone:pt-3.5 phone:pb-8">{children}</div>
      </main>
    </div>
  )
}

export type LobbyHeadingKey = 'watch' | 'both' | 'heard' | 'seen' | 'asking' | 'neither'

export function LobbyHeading({ of }: { of: LobbyHeadingKey }) {
  const t = useTranslations('room')
  return (
    <h2 className="mb-3 font-song text-[28px] leading-[42px] font-semibold phone:mb-0 phone:text-[22px] phone:leading-[34px]">
      {t(`lobby.heading.${of}`)}
    </h2>
  )
}

function LobbyBar() {
  const t = useTranslations('room')
  const { title, activityHref, isOpen } = useFacts()
  return (
    <header className="flex h-14 items-center gap-3 px-6 phone:h-12 phone:gap-2 phone:px-3">
      <Link
        href={activityHref}
        aria-label={t('lobby.back')}
        className="touch-area -ml-2 grid size-8 place-items-center text-ink-2"
      >
        <Icon of={ArrowLeft} />
      </Link>
      <h1 className="min-w-0 truncate font-song text-[18px] leading-7 font-semibold phone:text-[16px]">{title}</h1>
      <span className="flex-1" />
      {isOpen && <LiveFor />}
    </header>
  )
}

function LiveFor() {
  const t = useTranslations('room')
  const { startsAtEpochMs, openedAtRenderMs } = useFacts()
  const minutes = Math.floor((openedAtRenderMs - startsAtEpochMs) / MINUTE_MS)
  return <LiveMark>{minutes > 0 ? t('lobby.liveFor', { minutes }) : t('lobby.live')}</LiveMark>
}
