import { useMemo } from 'react'
import { useStore } from 'zustand'
import { can } from '#core/domain/policy/can.ts'
import { GUEST } from '#core/domain/policy/actor.ts'
import { useMe, useOwn, useRoom, useSeminar } from '../session/seminar-context.tsx'
import { useAsk } from '../session/use-ask.ts'

/** What one can do with oneself in the room; null where one may not. Buttons, keys and the phone's menu share it. */
export function useRoomActions() {
  const { own, spotlight } = useSeminar()
  const me = useMe()
  const ask = useAsk()
  const isOnStage = useRoom((state) => state.me !== null && state.room.stage.includes(state.me))
  const hasHand = useRoom((state) => state.room.hands.some(({ participantId }) => participantId === state.me))
  const isRecording = useRoom((state) => state.room.recording !== null)
  const isHeard = useOwn(({ isMuted, microphone }) => !isMuted && microphone.status === 'on')
  const isCameraOn = useOwn(({ camera }) => camera.status === 'on')
  const screen = useOwn((state) => state.screen)
  const layout = useStore(spotlight.store, (state) => state.layout)
  return useMemo(() => {
    const role = me?.role ?? 'viewer'
    const room = { kind: 'room', role, onStage: isOnStage } as const
    const may = (what: 'room.raise-hand' | 'room.host' | 'room.take-stage') => can(GUEST, what, room)
    return {
      ...{ isOnStage, hasHand, isRecording, isHeard, isCameraOn, layout, screen },
      isHost: may('room.host'),
      toggleMicrophone: isOnStage ? () => own.setMuted(isHeard) : null,
      toggleCamera: isOnStage ? () => own.want('camera', !isCameraOn) : null,
      toggleScreen:
        isOnStage && canShareScreen() ? () => void (screen === 'on' ? own.stopScreen() : own.shareScreen()) : null,
      toggleHand:
        !isOnStage && may('room.raise-hand') ? () => void ask(hasHand ? 'hand.lower' : 'hand.raise', {}) : null,
      enterStage: !isOnStage && may('room.take-stage') ? () => void ask('stage.enter', {}) : null,
      leaveStage: isOnStage ? () => void ask('stage.leave', {}) : null,
      toggleRecording: may('room.host') ? () => void ask(isRecording ? 'recording.stop' : 'recording.start', {}) : null,
      toggleLayout: () => spotlight.setLayout(layout === 'grid' ? 'speaker' : 'grid'),
    }
  }, [me?.role, isOnStage, hasHand, isRecording, isHeard, isCameraOn, layout, screen, own, spotlight, ask])
}

/** Phones cannot. */
const canShareScreen = () => typeof globalThis.navigator.mediaDevices?.getDisplayMedia === 'function'

export type RoomActions = ReturnType<typeof useRoomActions>
