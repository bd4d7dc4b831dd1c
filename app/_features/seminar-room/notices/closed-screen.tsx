'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { RoomClosedReason } from '#app/_client/room-store.ts'
import { Button } from '#app/_ui/button.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { useFacts } from '../session/seminar-context.tsx'

type ClosedScreenProps = {
  reason: RoomClosedReason
  /** In the server's words, where it refused. */
  refusal: string | null
}

/** Why one is not in the room, what is kept, and what to do next. */
export function ClosedScreen({ reason, refusal }: ClosedScreenProps) {
  const t = useTranslations('room')
  const { activityHref, replayHref, title, isGuest } = useFacts()
  const heading = useRef<HTMLHeadingElement>(null)
  // What had the focus is gone, and this is what has to be read.
  useEffect(() => heading.current?.focus(), [])
  const reload = () => globalThis.location.reload()
  return (
    <main className="grid min-h-dvh place-items-center bg-room px-6 py-16" data-closed={reason}>
      <div className="w-full max-w-120">
        <p className="font-song text-[17px] leading-6 text-ink-3">{title}</p>
        <h1 ref={heading} tabIndex={-1} className="mt-2 font-song text-h1 font-semibold outline-none">
          {t(`closed.${reason}.title`)}
        </h1>
        <p className="mt-3 text-body text-ink-2">
          {reason === 'refused' && refusal !== null ? refusal : t(`closed.${reason}.text`)}
        </p>
        <div className="mt-8 flex flex-wrap gap-3">
          {reason === 'ended' ? (
            <LinkButton href={replayHref} tone="primary">
              {t('closed.seeReplay')}
            </LinkButton>
          ) : (
            reason !== 'removed' &&
            reason !== 'refused' && (
              <Button tone="primary" onPress={reload}>
                {t(reason === 'outdated' ? 'closed.reload' : 'closed.again')}
              </Button>
            )
          )}
          {reason === 'refused' && isGuest && (
            <LinkButton href={`/sign-in?next=${encodeURIComponent(activityHref)}`} tone="primary">
              {t('closed.signIn')}
            </LinkButton>
          )}
          <LinkButton href={activityHref}>{t('closed.activity')}</LinkButton>
        </div>
      </div>
    </main>
  )
}
