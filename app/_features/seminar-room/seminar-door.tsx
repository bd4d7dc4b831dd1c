'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState, type ReactNode } from 'react'
import { becomeGuest } from '#app/_client/sign-in.ts'
import { LoadingHairlines } from '#app/_ui/loading-hairlines.tsx'
import { ThemeScope } from '#app/_ui/theme-scope.tsx'
import { LobbyOpening } from './lobby/lobby-opening.tsx'
import { Lobby } from './lobby/lobby.tsx'
import { ClosedScreen } from './notices/closed-screen.tsx'
import './room.css'
import './stage/stage.css'
import './stage/pages.css'
import {
  FactsProvider,
  SeminarProvider,
  useFacts,
  useRoom,
  useSeminar,
  type SeminarFacts,
} from './session/seminar-context.tsx'
import { openSeminar, type Seminar } from './session/seminar.ts'
import { useLater } from '#app/_ui/use-later.ts'

/** The lobby is small and there at once; the room's stage follows while one looks into the mirror. */
const loadRoom = () => import('./room-view.tsx')

const ONE_YEAR_S = 365 * 24 * 60 * 60

export type SeminarDoorProps = {
  facts: SeminarFacts
  /** Null where the activity has no plan. */
  plan: ReactNode
  theme: 'dark' | 'light'
  /** Remembers the choice for the next room. */
  themeCookie: string
}

/** From the door to the end of one room: lobby, seat, end. */
export function SeminarDoor({ facts, plan, theme: firstTheme, themeCookie }: SeminarDoorProps) {
  const seminar = useOpenSeminar(facts)
  const [theme, setTheme] = useState(firstTheme)
  const chooseTheme = (chosen: 'dark' | 'light') => {
    document.cookie = `${themeCookie}=${chosen}; path=/; max-age=${ONE_YEAR_S}; samesite=lax`
    setTheme(chosen)
  }
  return (
    <FactsProvider value={facts}>
      <ThemeScope theme={theme} className="min-h-dvh bg-room text-ink">
        {seminar === null ? (
          <BeforeDoor />
        ) : (
          <SeminarProvider value={seminar}>
            <Inside plan={plan} theme={theme} onTheme={chooseTheme} />
          </SeminarProvider>
        )}
      </ThemeScope>
    </FactsProvider>
  )
}

/** A room that is over or far away is told of as soon as the door says so; it has no lobby. */
function BeforeDoor() {
  const { isOpen, mayOpen } = useFacts()
  return isOpen || mayOpen ? <LobbyOpening /> : <Opening />
}

function useOpenSeminar({ activityId, linkToken, isGuest }: SeminarFacts): Seminar | null {
  const [seminar, setSeminar] = useState<Seminar | null>(null)
  useEffect(() => {
    let isGone = false
    let opened: Seminar | null = null
    const open = () => {
      if (isGone) return
      opened = openSeminar({ activityId, linkToken })
      setSeminar(opened)
    }
    // A guest without a name card is let in all the same, only not recognised after a loss.
    if (isGuest) void becomeGuest().then(open, open)
    else open()
    return () => {
      isGone = true
      opened?.close()
      setSeminar(null)
    }
  }, [activityId, linkToken, isGuest])
  return seminar
}

type InsideProps = { plan: ReactNode; theme: 'dark' | 'light'; onTheme: (theme: 'dark' | 'light') => void }

function Inside({ plan, theme, onTheme }: InsideProps) {
  const { room } = useSeminar()
  const link = useRoom((state) => state.link)
  const me = useRoom((state) => state.me)
  const isEnded = useRoom((state) => state.room.status.status === 'ended')
  const loaded = useLater(loadRoom, { isNear: link.status === 'lobby' || link.status === 'joined' })
  if (link.status === 'closed') {
    return <ClosedScreen reason={isEnded ? 'ended' : link.reason} refusal={room.refusal?.message ?? null} />
  }
  if (isEnded) return <ClosedScreen reason="ended" refusal={null} />
  if (me === null) return <Lobby />
  if (loaded === null) return <Opening />
  return <loaded.RoomView plan={plan} theme={theme} onTheme={onTheme} />
}

function Opening() {
  const t = useTranslations('room')
  return (
    <div className="mx-auto max-w-160 p-6 pt-24">
      <LoadingHairlines label={t('lobby.opening')} rows={4} />
    </div>
  )
}
