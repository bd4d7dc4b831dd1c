import { EvidenceStrip, type EvidenceMinute } from '../../_ui/evidence-strip.tsx'
import { LevelMeter } from '../../_ui/level-meter.tsx'
import { ProgressBar } from '../../_ui/progress-bar.tsx'
import { Section } from '../../_ui/section.tsx'

const CHANGED = new Set([18, 40, 41, 66, 92, 93, 104])

/** Two hours of a session, the same at every drawing. */
export const SAMPLE_MINUTES: readonly EvidenceMinute[] = Array.from({ length: 120 }, (_, minute) => ({
  activityRatio: ((minute * minute * 31 + minute * 17 + 11) % 101) / 125,
  hasChangedPlan: CHANGED.has(minute),
}))

/** Bars, counted strokes, evidence, loudness. */
export function ProgressPart() {
  return (
    <Section title="进度" note="有数才画条" gap="small" id="progress">
      <div className="grid grid-cols-[1fr_1fr_1.4fr] items-end gap-10 phone:grid-cols-1 phone:gap-5">
        <ProgressBar label="处理实录" valueText="72%" value={72} max={100} />
        <ProgressBar label="年度计划" valueText="22 / 26 场" value={22} max={26} isCounted />
        <div>
          <span className="mb-2 block text-meta text-ink-2">一场研讨的竹简，绿色为写进教案的一刻</span>
          <EvidenceStrip minutes={SAMPLE_MINUTES} label="120 分钟，其中 7 处写进教案" />
        </div>
      </div>
      <div className="mt-6 flex max-w-120 items-center gap-4">
        <span className="text-meta text-ink-2">说句话试试</span>
        <LevelMeter ratio={0.46} label="麦克风音量" />
      </div>
    </Section>
  )
}
