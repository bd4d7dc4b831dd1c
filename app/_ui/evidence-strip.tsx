import { classNames } from './class-names.ts'

/** One minute of a session. */
export type EvidenceMinute = {
  /** How much was said and written in it, from 0 to 1. */
  activityRatio: number
  /** Something of this minute went into the plan. */
  hasChangedPlan: boolean
}

const STROKE = 2
const PITCH = 4
const HEIGHT = 22
const LEAST_HEIGHT = 3
/** A short session is a short strip, not a few broad bars. */
const WIDEST_PITCH_PX = 8

type EvidenceStripProps = {
  minutes: readonly EvidenceMinute[]
  /** Read aloud: 90 分钟，其中 9 处写进教案. */
  label: string
  className?: string
}

/** 竹简: one stroke per minute; full height and green where the plan changed. */
export function EvidenceStrip({ minutes, label, className }: EvidenceStripProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${Math.max(1, minutes.length) * PITCH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={classNames('block h-5.5 w-full', className)}
      style={{ maxWidth: minutes.length * WIDEST_PITCH_PX }}
    >
      <path d={strokes(minutes, false)} className="fill-ink-4 opacity-70 forced-colors:fill-[CanvasText]" />
      <path d={strokes(minutes, true)} className="fill-bamboo forced-colors:fill-[Highlight]" />
    </svg>
  )
}

/** Two paths instead of ninety rectangles: a list of replays has many strips. */
function strokes(minutes: readonly EvidenceMinute[], green: boolean): string {
  return minutes
    .map((minute, index) => {
      if (minute.hasChangedPlan !== green) return ''
      const within = Math.min(1, Math.max(0, minute.activityRatio))
      const height = green ? HEIGHT : Math.round(LEAST_HEIGHT + within * (HEIGHT - LEAST_HEIGHT))
      return `M${index * PITCH} ${HEIGHT}v${-height}h${STROKE}v${height}z`
    })
    .join('')
}
