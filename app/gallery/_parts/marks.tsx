import { Check, Clock, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { Avatar, AvatarStack } from '../../_ui/avatar.tsx'
import { LevelTag } from '../../_ui/level-tag.tsx'
import { LiveMark, RecordingMark } from '../../_ui/live-mark.tsx'
import { Section } from '../../_ui/section.tsx'
import { Seal } from '../../_ui/seal.tsx'
import { SignalBars } from '../../_ui/signal-bars.tsx'
import { StatusWord } from '../../_ui/status-word.tsx'

/** Levels, live, states, links. */
export function MarksPart() {
  return (
    <Section title="标记" note="级别用方框，状态用字" gap="small" id="marks">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <LevelTag rank="highest">齐鲁</LevelTag>
        <LevelTag rank="middle">市</LevelTag>
        <LevelTag rank="local">区县</LevelTag>
        <LiveMark>直播中</LiveMark>
        <RecordingMark elapsed="42:18">录制中</RecordingMark>
        <StatusWord tone="good" icon={Check}>
          已备案
        </StatusWord>
        <StatusWord tone="warning" icon={TriangleAlert}>
          两项无人认领
        </StatusWord>
        <StatusWord tone="waiting" icon={Clock}>
          等待初审
        </StatusWord>
        <StatusWord tone="good" icon={Check}>
          已保存
        </StatusWord>
        <StatusWord tone="waiting" icon={LoaderCircle}>
          正在保存
        </StatusWord>
        <StatusWord tone="warning" icon={CloudOff}>
          未送出 2 处
        </StatusWord>
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        <span className="flex items-center gap-2 text-ink-2">
          <SignalBars strength={3} />
          良好
        </span>
        <span className="flex items-center gap-2 text-ink-2">
          <SignalBars strength={2} />
          一般
        </span>
        <span className="flex items-center gap-2 text-ochre">
          <SignalBars strength={1} />
          弱，仅声音
        </span>
        <span className="flex items-center gap-2 text-ink-3">
          <SignalBars strength={0} />
          断开
        </span>
        <Seal>同</Seal>
        <Seal size="small">同</Seal>
      </div>
    </Section>
  )
}

const ON_STAGE = [
  { id: 'jing', name: '荆文涛', colour: 1 },
  { id: 'yu', name: '于欣然', colour: 2 },
  { id: 'bi', name: '毕晓雯', colour: 3 },
] as const

/** Avatars in sizes, colours and a stack. */
export function PeoplePart() {
  return (
    <Section title="人" note="姓加色环，照片可缺" gap="small" id="people">
      <div className="flex flex-wrap items-center gap-4">
        <Avatar name="翟雅琴" size="small" />
        <Avatar name="荆文涛" />
        <Avatar name="于欣然" size="large" />
        <Avatar name="巩建民" size="huge" />
        <span className="w-3" />
        <Avatar name="荆文涛" colour={1} isNamed />
        <Avatar name="于欣然" colour={2} isNamed />
        <Avatar name="毕晓雯" colour={3} isNamed />
        <Avatar name="巩建民" colour={4} isNamed />
        <Avatar name="刘颖" colour={5} isNamed />
        <Avatar name="崔志远" colour={6} isNamed />
        <AvatarStack people={ON_STAGE} label="荆文涛、于欣然、毕晓雯" />
        <span className="text-meta text-ink-3">另有 12 人在看</span>
      </div>
    </Section>
  )
}
