'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { LoadingHairlines } from '#app/_ui/loading-hairlines.tsx'
import { useFacts } from '../session/seminar-context.tsx'
import { GuestNameField } from './guest-name-field.tsx'
import { LobbyFrame, LobbyHeading } from './lobby-frame.tsx'
import { LevelRow, NoMirror } from './preview.tsx'

/** Microphone, speaker, camera; who only watches has ears alone. */
const ROWS = { watching: 1, taking: 3 } as const
const ROW_PX = 64

/**
 * The lobby as it is about to stand, in the page's HTML: one reads it while the script comes that opens the door. Nothing of it can
 * be pressed yet.
 */
export function LobbyOpening() {
  const t = useTranslations('room')
  const { isGuest, willRecord } = useFacts()
  return (
    <LobbyFrame
      mirror={
        <div inert>
          <NoMirror />
          {!isGuest && <LevelRow level={0} />}
        </div>
      }
    >
      <LobbyHeading of={isGuest ? 'watch' : 'asking'} />
      <LoadingHairlines label={t('lobby.opening')} rows={isGuest ? ROWS.watching : ROWS.taking} rowPx={ROW_PX} />
      <div inert className="mt-5 phone:mt-3">
        {isGuest && <GuestNameField value="" onChange={() => undefined} isMissing={false} />}
        {willRecord && (
          <Checkbox isSelected={false} className="mb-5 text-ui leading-6 text-ink-2 phone:mb-3">
            <span className="relative z-1">{t('lobby.consent')}</span>
          </Checkbox>
        )}
        <div className="h-21" />
      </div>
    </LobbyFrame>
  )
}
