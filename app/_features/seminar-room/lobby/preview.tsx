'use client'

import { Mic, MicOff, Video, VideoOff, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Avatar } from '#app/_ui/avatar.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { LevelMeter } from '#app/_ui/level-meter.tsx'
import { useLevel } from '../devices/use-level.ts'
import { useFacts, useOwn, useRoom, useSeminar } from '../session/seminar-context.tsx'
import { StreamVideo } from '../stage/stream-video.tsx'

/** Oneself as the others will see one. */
export function Preview({ onlyWatches }: { onlyWatches: boolean }) {
  const t = useTranslations('room')
  const { own } = useSeminar()
  const { myName } = useFacts()
  const role = useRoom((state) => state.door?.role)
  const camera = useOwn((state) => state.camera)
  const isMicrophoneOn = useOwn((state) => state.microphone.status === 'on')
  const track = camera.status === 'on' ? camera.track : null
  const stream = useMemo(() => (track === null ? null : new MediaStream([track])), [track])
  const name = myName ?? t('lobby.guest')
  return (
    <div className="frame aspect-video phone:rounded-none">
      {stream === null ? <NoPicture name={name} /> : <StreamVideo stream={stream} isMirrored />}
      <span className="plate">{role === undefined ? name : t('lobby.plate', { name, role: t(`roles.${role}`) })}</span>
      {!onlyWatches && (
        <p className="absolute right-4 bottom-4 flex gap-3 phone:right-3 phone:bottom-3 phone:gap-2">
          <RoundButton
            icon={camera.status === 'on' ? Video : VideoOff}
            label={t(camera.status === 'on' ? 'controls.cameraOff' : 'controls.cameraOn')}
            onPress={() => own.want('camera', camera.status !== 'on')}
          />
          <RoundButton
            icon={isMicrophoneOn ? Mic : MicOff}
            label={t(isMicrophoneOn ? 'lobby.microphoneOff' : 'lobby.microphoneOn')}
            onPress={() => own.want('microphone', !isMicrophoneOn)}
          />
        </p>
      )}
    </div>
  )
}

/** The mirror before anything is known but who stands before it. */
export function NoMirror() {
  const t = useTranslations('room')
  const { myName } = useFacts()
  const name = myName ?? t('lobby.guest')
  return (
    <div className="frame aspect-video phone:rounded-none">
      <NoPicture name={name} />
      <span className="plate">{name}</span>
    </div>
  )
}

function NoPicture({ name }: { name: string }) {
  return (
    <span data-theme="dark" className="grid size-full place-items-center bg-sheet">
      <Avatar name={name} size="huge" />
    </span>
  )
}

function RoundButton({ icon, label, onPress }: { icon: LucideIcon; label: string; onPress: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className="grid size-12 place-items-center rounded-full bg-[rgb(14_13_11/0.72)] text-[#f3efe6] phone:size-11"
    >
      <Icon of={icon} size="large" />
    </button>
  )
}

/** Loudness of the microphone as a row of strokes. */
export function MicrophoneLevel() {
  const track = useOwn(({ microphone }) => (microphone.status === 'on' ? microphone.track : null))
  return <LevelRow level={useLevel(track)} />
}

export function LevelRow({ level }: { level: number }) {
  const t = useTranslations('room')
  return (
    <div className="mt-4 flex items-center gap-4 phone:px-4">
      <span className="inline-flex items-center gap-1.5 text-meta whitespace-nowrap text-ink-3">
        <Icon of={Mic} size="small" /> {t('lobby.sayWord')}
      </span>
      <LevelMeter ratio={level} label={t('lobby.level')} />
    </div>
  )
}
