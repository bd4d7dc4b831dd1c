'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { httpRequest } from '#app/_client/http-client.ts'
import { RequestError } from '#app/_client/request-error.ts'
import { Button } from '#app/_ui/button.tsx'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { loadFurniture } from '../furniture/furniture-context.ts'
import { useFacts, useRoom, useSeminar } from '../session/seminar-context.tsx'
import { GuestNameField } from './guest-name-field.tsx'

/** Name of a guest, consent where it will be recorded, and the way in. */
export function EntryForm({ onlyWatches }: { onlyWatches: boolean }) {
  const t = useTranslations('room')
  const locale = useLocale()
  const { room } = useSeminar()
  const { activityId, isGuest, isOpen, mayOpen, willRecord } = useFacts()
  const door = useRoom((state) => state.door)
  const [guestName, setGuestName] = useState('')
  const [knows, setKnows] = useState(false)
  const [missing, setMissing] = useState<'name' | 'consent' | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const asksConsent = door?.willRecord ?? willRecord
  const isClosed = door === null && !isOpen

  const enter = async ({ wantsStage }: { wantsStage: boolean }) => {
    const name = guestName.trim()
    if (isGuest && name === '') return setMissing('name')
    if (asksConsent && !knows) return setMissing('consent')
    setIsBusy(true)
    setFault(null)
    // Beside the way in. Where it does not come, the room asks again and says so.
    void loadFurniture().catch(() => undefined)
    try {
      if (isClosed) await httpRequest('activity.open-room', { activityId })
      await room.join({ wantsStage, ...(isGuest ? { guestName: name } : {}) })
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      setFault(locale === 'zh-CN' ? error.message : t(`errors.${error.code}`))
      setIsBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void enter({ wantsStage: !onlyWatches })
  }
  return (
    <form onSubmit={submit} className="mt-5 phone:mt-3">
      {isGuest && (
        <GuestNameField
          value={guestName}
          onChange={setGuestName}
          isMissing={missing === 'name' && guestName.trim() === ''}
        />
      )}
      {asksConsent && (
        <Checkbox
          isSelected={knows}
          onChange={setKnows}
          className="mb-5 text-ui leading-6 text-ink-2 phone:mb-3"
          {...(missing === 'consent' && !knows ? { error: t('lobby.consentMissing') } : {})}
        >
          {/* Above the hit area, so that the words themselves can be pressed and selected. */}
          <span className="relative z-1">{t('lobby.consent')}</span>
        </Checkbox>
      )}
      {fault !== null && (
        <div className="mb-4">
          <ErrorNotice>{fault}</ErrorNotice>
        </div>
      )}
      {isClosed && !mayOpen ? (
        <p role="status" className="text-ui text-ink-2">
          {t('lobby.notOpen')}
        </p>
      ) : (
        <Button type="submit" tone="primary" size="big" isWide busyLabel={isBusy ? t('lobby.entering') : undefined}>
          {t(isClosed ? 'lobby.open' : 'lobby.enter')}
        </Button>
      )}
      {!onlyWatches && (
        <p className="mt-3 text-meta text-ink-3">
          {t('lobby.muted')}
          <button
            type="button"
            disabled={isBusy}
            onClick={() => void enter({ wantsStage: false })}
            className="touch-area text-bamboo underline decoration-bamboo-line underline-offset-4"
          >
            {t('lobby.onlyWatch')}
          </button>
        </p>
      )}
    </form>
  )
}
