import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type LiveMarkProps = {
  /** 直播中 */
  children: ReactNode
  className?: string
}

/** Red, because it is live. The dot does not pulse. */
export function LiveMark({ children, className }: LiveMarkProps) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 text-meta font-medium whitespace-nowrap text-live',
        className,
      )}
    >
      <span aria-hidden className="stays-drawn size-2 shrink-0 rounded-full bg-live" />
      {children}
    </span>
  )
}

type RecordingMarkProps = {
  /** 录制中 */
  children: ReactNode
  /** 42:18 */
  elapsed?: string
  className?: string
}

/** Red, because sound and picture are being kept. It is never hidden while they are. */
export function RecordingMark({ children, elapsed, className }: RecordingMarkProps) {
  return (
    <LiveMark {...(className === undefined ? {} : { className })}>
      {children}
      {elapsed !== undefined && <span className="text-ink">{elapsed}</span>}
    </LiveMark>
  )
}
