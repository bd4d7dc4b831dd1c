'use client'

import { Check, TriangleAlert, Video } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Icon } from '#app/_ui/icon.tsx'
import type { DeviceKind } from '../devices/open-device.ts'
import { playTestTone } from '../devices/play-test-tone.ts'
import { useDeviceList } from '../devices/use-device-list.ts'
import { isLinkNarrow } from '../devices/link-hint.ts'
import { useMedia, useOwn, useSeminar } from '../session/seminar-context.tsx'
import { WordButton } from './word-button.tsx'
import { WordSelect } from './word-select.tsx'

/** What works and what does not, each with what to do about it. */
export function DeviceChecks({ onlyWatches }: { onlyWatches: boolean }) {
  return (
    <ul>
      {!onlyWatches && <DeviceRow kind="microphone" />}
      <SpeakerRow />
      {!onlyWatches && <DeviceRow kind="camera" />}
      <LinkRow />
    </ul>
  )
}

type CheckRowProps = { state: 'good' | 'bad' | 'resting'; title: string; note: string; action?: ReactNode }

function CheckRow({ state, title, note, action }: CheckRowProps) {
  const isBad = state === 'bad'
  return (
    <li className="flex items-start gap-3.5 border-b border-line py-3 phone:py-2" data-check={state}>
      <Icon
        of={isBad ? TriangleAlert : state === 'good' ? Check : Video}
        className={isBad ? 'mt-0.5 text-ochre' : state === 'good' ? 'mt-0.5 text-bamboo' : 'invisible'}
      />
      <div className="min-w-0 flex-1">
        <b className="block font-medium">{title}</b>
        <span className={`text-meta ${isBad ? 'text-ink-2' : 'text-ink-3'}`}>{note}</span>
      </div>
      {action}
    </li>
  )
}

const LIST = { camera: 'videoinput', microphone: 'audioinput' } as const

function DeviceRow({ kind }: { kind: DeviceKind }) {
  const t = useTranslations('room')
  const { own } = useSeminar()
  const device = useOwn((state) => state[kind])
  const choices = useDeviceList({ isAllowed: device.status === 'on' })[LIST[kind]]
  const title = t(`devices.${kind}`)
  switch (device.status) {
    case 'on': {
      const { height, deviceId } = device.track.getSettings()
      const size = kind === 'camera' && height !== undefined ? ` ${height}p` : ''
      return (
        <CheckRow
          state="good"
          title={title}
          note={`${device.label}${size}`}
          action={
            choices.length < 2 ? undefined : (
              <WordSelect
                word={t('devices.changeWord')}
                label={t(`devices.change.${kind}`)}
                choices={choices}
                value={deviceId}
                onChange={(id) => own.choose(kind, id)}
              />
            )
          }
        />
      )
    }
    case 'failed':
      return (
        <CheckRow
          state="bad"
          title={t(`devices.fault.${device.fault}.title`, { device: title })}
          note={t(`devices.fault.${device.fault}.text`, { device: title })}
          action={
            device.fault === 'insecure' ? undefined : (
              <WordButton onPress={() => own.want(kind, true)}>{t('devices.again')}</WordButton>
            )
          }
        />
      )
    default:
      return (
        <CheckRow
          state="resting"
          title={title}
          note={t(device.status === 'opening' ? 'devices.opening' : 'devices.off')}
          action={
            device.status === 'opening' ? undefined : (
              <WordButton onPress={() => own.want(kind, true)}>{t('devices.turnOn')}</WordButton>
            )
          }
        />
      )
  }
}

function SpeakerRow() {
  const t = useTranslations('room')
  const isAllowed = useOwn((state) => state.microphone.status === 'on')
  const [speaker] = useDeviceList({ isAllowed }).audiooutput
  const [isPlaying, setIsPlaying] = useState(false)
  const play = () => {
    setIsPlaying(true)
    void playTestTone().finally(() => setIsPlaying(false))
  }
  return (
    <CheckRow
      state="good"
      title={t('devices.speaker')}
      note={speaker?.label ?? t('devices.defaultSpeaker')}
      action={
        <WordButton onPress={play} isDisabled={isPlaying}>
          {t(isPlaying ? 'devices.playing' : 'devices.play')}
        </WordButton>
      }
    />
  )
}

/** Only what is worth knowing: a browser that cannot, or a link that is narrow. */
function LinkRow() {
  const t = useTranslations('room')
  const { own } = useSeminar()
  const path = useMedia((state) => state.path)
  const isSaving = useOwn((state) => state.savesTraffic)
  if (path === 'unsupported') {
    return <CheckRow state="bad" title={t('link.unsupportedTitle')} note={t('link.noMedia')} />
  }
  if (!isLinkNarrow()) return null
  return (
    <CheckRow
      state="bad"
      title={t('link.narrowTitle')}
      note={t(isSaving ? 'link.saving' : 'link.narrowText')}
      action={isSaving ? undefined : <WordButton onPress={() => own.saveTraffic()}>{t('link.save')}</WordButton>}
    />
  )
}
