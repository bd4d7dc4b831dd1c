'use client'

import { useTranslations } from 'next-intl'
import { Select } from '#app/_ui/select.tsx'
import { useOwn, useSeminar } from '../session/seminar-context.tsx'
import type { DeviceKind } from './open-device.ts'
import { useDeviceList } from './use-device-list.ts'

const LIST = { camera: 'videoinput', microphone: 'audioinput' } as const

/** Both devices with all there are to choose from. */
export function DeviceSelects() {
  return (
    <div className="flex flex-col gap-4">
      <DeviceSelect kind="microphone" />
      <DeviceSelect kind="camera" />
    </div>
  )
}

export function DeviceSelect({ kind }: { kind: DeviceKind }) {
  const t = useTranslations('room')
  const { own } = useSeminar()
  const isAllowed = useOwn((state) => state[kind].status === 'on')
  const track = useOwn((state) => {
    const device = state[kind]
    return device.status === 'on' ? device.track : null
  })
  const lists = useDeviceList({ isAllowed })
  const choices = lists[LIST[kind]]
  const current = track?.getSettings().deviceId
  return (
    <Select
      label={t(`devices.${kind}`)}
      options={choices}
      isDisabled={choices.length === 0}
      placeholder={t('devices.none')}
      {...(current === undefined ? {} : { value: current })}
      onChange={(deviceId) => own.choose(kind, deviceId)}
    />
  )
}
