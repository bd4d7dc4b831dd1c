'use client'

import { Volume2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { MediaSlot } from '#app/_client/media-store.ts'
import { Button } from '#app/_ui/button.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { useMedia } from '../session/seminar-context.tsx'

/** The sound of everybody on stage, apart from the pictures: no change of layout interrupts it. */
export function AudioSink() {
  const t = useTranslations('room')
  const slots = useMedia(
    useShallow((state) =>
      Object.values(state.received).flatMap((media) => (media?.kind === 'audio' ? [media.slot] : [])),
    ),
  )
  const box = useRef<HTMLDivElement>(null)
  const [isBlocked, setIsBlocked] = useState(false)

  const playAll = () => {
    const elements = box.current?.querySelectorAll('audio') ?? []
    void Promise.all([...elements].map((element) => element.play())).then(
      () => setIsBlocked(false),
      () => setIsBlocked(true),
    )
  }

  return (
    <>
      <div ref={box} hidden>
        {slots.map((slot) => (
          <Sound key={slot} slot={slot} onBlocked={() => setIsBlocked(true)} />
        ))}
      </div>
      {isBlocked && (
        <div className="absolute top-28 left-1/2 z-20 -translate-x-1/2 phone:top-16">
          <Button tone="primary" size="big" onPress={playAll} className="shadow-float">
            <Icon of={Volume2} />
            {t('stage.playSound')}
          </Button>
        </div>
      )}
    </>
  )
}

function Sound({ slot, onBlocked }: { slot: MediaSlot; onBlocked: () => void }) {
  const stream = useMedia((state) => state.received[slot]?.stream ?? null)
  const element = useRef<HTMLAudioElement>(null)
  const tellBlocked = useRef(onBlocked)
  useEffect(() => {
    tellBlocked.current = onBlocked
  }, [onBlocked])
  useEffect(() => {
    const audio = element.current
    if (audio === null || audio.srcObject === stream) return
    audio.srcObject = stream
    audio.play().catch((error: unknown) => {
      // The browser wants to see a press first; anything else ends with the element.
      if (error instanceof Error && error.name === 'NotAllowedError') tellBlocked.current()
    })
  }, [stream])
  return <audio ref={element} autoPlay data-slot={slot} />
}
