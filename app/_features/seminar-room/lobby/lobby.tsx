'use client'

import { useEffect } from 'react'
import { useFacts, useOwn, useRoom, useSeminar } from '../session/seminar-context.tsx'
import { DeviceChecks } from './device-checks.tsx'
import { EntryForm } from './entry-form.tsx'
import { LobbyFrame, LobbyHeading, type LobbyHeadingKey } from './lobby-frame.tsx'
import { MicrophoneLevel, Preview } from './preview.tsx'

/** 进入前检查: one sees and hears oneself as the others will. */
export function Lobby() {
  const { own } = useSeminar()
  const { isGuest } = useFacts()
  const role = useRoom((state) => state.door?.role)
  const onlyWatches = isGuest || role === 'viewer' || role === 'inspector'
  useEffect(() => {
    if (onlyWatches) return
    own.want('microphone', true)
    own.want('camera', true)
  }, [own, onlyWatches])
  return (
    <LobbyFrame
      mirror={
        <>
          <Preview onlyWatches={onlyWatches} />
          {!onlyWatches && <MicrophoneLevel />}
        </>
      }
    >
      <DevicesHeading onlyWatches={onlyWatches} />
      <DeviceChecks onlyWatches={onlyWatches} />
      <EntryForm onlyWatches={onlyWatches} />
    </LobbyFrame>
  )
}

function DevicesHeading({ onlyWatches }: { onlyWatches: boolean }) {
  const camera = useOwn((state) => state.camera.status)
  const microphone = useOwn((state) => state.microphone.status)
  const isAsking = camera === 'opening' || microphone === 'opening'
  const key = (): LobbyHeadingKey => {
    if (onlyWatches) return 'watch'
    if (camera === 'on') return microphone === 'on' ? 'both' : 'seen'
    if (microphone === 'on') return 'heard'
    return isAsking ? 'asking' : 'neither'
  }
  return <LobbyHeading of={key()} />
}
