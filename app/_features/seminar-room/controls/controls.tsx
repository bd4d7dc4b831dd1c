'use client'

import {
  ArrowDownToLine,
  ArrowUpToLine,
  CircleDot,
  CircleStop,
  Hand,
  LogOut,
  Mic,
  MicOff,
  MonitorUp,
  MonitorX,
  Video,
  VideoOff,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { Control } from './control.tsx'
import { DeviceMenu } from './device-menu.tsx'
import { EndRoomButton } from './end-room-button.tsx'
import { PhoneMore } from './phone-more.tsx'
import type { RoomActions } from './use-room-actions.ts'

type ControlsProps = {
  actions: RoomActions
  onLeave: () => void
  onHelp: () => void
  isPanelOpen: boolean
  onPanel: () => void
  theme: 'dark' | 'light'
  onTheme: (theme: 'dark' | 'light') => void
}

/** What ends for all stands at one end, leaving at the other. */
export function Controls({ actions, onLeave, onHelp, isPanelOpen, onPanel, theme, onTheme }: ControlsProps) {
  const t = useTranslations('room')
  return (
    <footer
      className="room-controls grid grid-cols-[1fr_auto_1fr] items-center px-5 phone:grid-cols-[auto_1fr] phone:px-2"
      aria-label={t('controls.label')}
    >
      <div className="flex items-center gap-3 phone:hidden">
        {actions.isHost && (
          <>
            <EndRoomButton />
            <span className="text-caption text-ink-3 laptop:hidden">{t('end.hint')}</span>
          </>
        )}
      </div>
      <div className="flex gap-1 phone:col-start-2 phone:justify-around">
        <OwnControls actions={actions} />
        <PhoneMore {...{ actions, onHelp, isPanelOpen, onPanel, theme, onTheme }} />
      </div>
      <div className="flex justify-end phone:col-start-1 phone:row-start-1 phone:pr-3">
        <Button tone="ink" className="h-11 phone:px-3.5" onPress={onLeave}>
          <span className="phone:hidden">
            <Icon of={LogOut} />
          </span>
          {t('controls.leave')}
        </Button>
      </div>
    </footer>
  )
}

function OwnControls({ actions }: { actions: RoomActions }) {
  const t = useTranslations('room')
  const { isHeard, isCameraOn, hasHand, isRecording, screen } = actions
  return (
    <>
      {actions.toggleMicrophone !== null && (
        <Control
          icon={isHeard ? Mic : MicOff}
          label={t(isHeard ? 'controls.mute' : 'controls.unmute')}
          shortcut="M"
          isOn={isHeard}
          onPress={actions.toggleMicrophone}
        />
      )}
      {actions.toggleCamera !== null && (
        <Control
          icon={isCameraOn ? Video : VideoOff}
          label={t(isCameraOn ? 'controls.cameraOff' : 'controls.cameraOn')}
          shortcut="V"
          isOn={isCameraOn}
          onPress={actions.toggleCamera}
        />
      )}
      {actions.isOnStage && <DeviceMenu />}
      {actions.toggleScreen !== null && (
        <Control
          icon={screen === 'on' ? MonitorX : MonitorUp}
          label={t(screen === 'on' ? 'controls.stopShare' : 'controls.share')}
          shortcut="S"
          isActive={screen === 'on'}
          isDisabled={screen === 'choosing'}
          onPress={actions.toggleScreen}
          className="phone:hidden"
        />
      )}
      {actions.toggleHand !== null && (
        <Control
          icon={Hand}
          label={t(hasHand ? 'controls.lowerHand' : 'controls.raiseHand')}
          shortcut="H"
          isActive={hasHand}
          isPressed={hasHand}
          onPress={actions.toggleHand}
        />
      )}
      {actions.enterStage !== null && (
        <Control icon={ArrowUpToLine} label={t('controls.enterStage')} onPress={actions.enterStage} />
      )}
      {actions.leaveStage !== null && !actions.isHost && (
        <Control
          icon={ArrowDownToLine}
          label={t('controls.leaveStage')}
          onPress={actions.leaveStage}
          className="phone:hidden"
        />
      )}
      {actions.toggleRecording !== null && (
        <Control
          icon={isRecording ? CircleStop : CircleDot}
          label={t(isRecording ? 'controls.stopRecording' : 'controls.record')}
          shortcut="R"
          isOn={isRecording}
          onPress={actions.toggleRecording}
          className="phone:hidden"
        />
      )}
    </>
  )
}
