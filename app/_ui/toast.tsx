'use client'

import { TriangleAlert, X } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { UNSTABLE_Toast as AriaToast, UNSTABLE_ToastContent, UNSTABLE_ToastRegion } from 'react-aria-components/Toast'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { useScopedTheme } from './theme-scope.tsx'
import { toastQueue, type ToastContent } from './toast-queue.ts'

const TICK_MS = 100

type ToastRegionProps = {
  /** Read aloud as the region's name. */
  label: string
  /** The name of the button that closes an error. */
  closeLabel: string
  /** How far from the bottom, where controls stand there: `bottom-24`. */
  placeClassName?: string
}

/** Where toasts appear: bottom centre, above the dock on phones. One per layout. Fill it with `showToast`. */
export function ToastRegion({ label, closeLabel, placeClassName = 'bottom-6 phone:bottom-20' }: ToastRegionProps) {
  const theme = useScopedTheme()
  return (
    <UNSTABLE_ToastRegion
      {...theme}
      queue={toastQueue}
      aria-label={label}
      className={classNames(
        'fixed left-1/2 z-60 flex w-[min(25rem,calc(100vw-2rem))] -translate-x-1/2 flex-col gap-3 outline-none',
        placeClassName,
      )}
    >
      {({ toast }) => (
        <AriaToast toast={toast} className="rounded-control">
          <ToastPlate tone={toast.content.kind === 'error' ? 'error' : 'plain'}>
            <ToastMatter content={toast.content} close={() => toastQueue.close(toast.key)} closeLabel={closeLabel} />
          </ToastPlate>
        </AriaToast>
      )}
    </UNSTABLE_ToastRegion>
  )
}

/** The plate itself. */
export function ToastPlate({ tone, children }: { tone: 'plain' | 'error'; children: ReactNode }) {
  return (
    <div
      className={classNames(
        'flex items-center gap-4 rounded-control px-4 py-2.5',
        tone === 'plain' ? 'bg-ink text-paper' : 'bg-ochre-wash text-ochre shadow-[inset_0_0_0_1px_var(--ochre-line)]',
      )}
    >
      {tone === 'error' && <Icon of={TriangleAlert} />}
      {children}
    </div>
  )
}

type ToastMatterProps = { content: ToastContent; close: () => void; closeLabel: string }

function ToastMatter({ content, close, closeLabel }: ToastMatterProps) {
  const act = (effect: () => void) => () => {
    effect()
    close()
  }
  return (
    <>
      <UNSTABLE_ToastContent className="flex-1">{content.text}</UNSTABLE_ToastContent>
      {content.kind === 'undo' && (
        <Countdown durationMs={content.undoForMs} onEnd={close}>
          {(secondsLeft) => <ToastAction onPress={act(content.onUndo)}>{content.undoLabel(secondsLeft)}</ToastAction>}
        </Countdown>
      )}
      {content.kind !== 'undo' && content.action !== undefined && (
        <ToastAction onPress={act(content.action.onAction)}>{content.action.label}</ToastAction>
      )}
      {content.kind === 'error' && (
        <Button aria-label={closeLabel} onPress={close} className="touch-area">
          <Icon of={X} size="small" />
        </Button>
      )}
    </>
  )
}

/** The underlined word of a toast. */
export function ToastAction({ onPress, children }: { onPress?: () => void; children: ReactNode }) {
  return (
    <Button
      {...(onPress === undefined ? {} : { onPress })}
      className="touch-area font-medium whitespace-nowrap underline underline-offset-4 ring:outline-current"
    >
      {children}
    </Button>
  )
}

/** The thin line of a toast that runs out. Words beside it say the seconds. */
export function ToastTime({ ratio }: { ratio: number }) {
  return (
    <span
      aria-hidden
      className="block h-1 w-16 shrink-0 overflow-hidden rounded-paper bg-[rgb(128_128_128/0.5)] motion-reduce:hidden"
    >
      <span className="block h-1 bg-current" style={{ width: `${ratio * 100}%` }} />
    </span>
  )
}

type CountdownProps = { durationMs: number; onEnd: () => void; children: (secondsLeft: number) => ReactNode }

function Countdown({ durationMs, onEnd, children }: CountdownProps) {
  const [leftMs, setLeftMs] = useState(durationMs)
  const isOver = leftMs <= 0

  useEffect(() => {
    const startedAt = performance.now()
    const ticking = setInterval(() => setLeftMs(durationMs - (performance.now() - startedAt)), TICK_MS)
    return () => clearInterval(ticking)
  }, [durationMs])

  useEffect(() => {
    if (isOver) onEnd()
    // Only the moment of running out counts; the callback is new on every drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isOver])

  return (
    <>
      <ToastTime ratio={Math.max(0, leftMs / durationMs)} />
      {children(Math.max(0, Math.ceil(leftMs / 1_000)))}
    </>
  )
}
