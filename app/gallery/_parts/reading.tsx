import { DottedLeaderRow } from '../../_ui/dotted-leader-row.tsx'
import { EvidenceStrip } from '../../_ui/evidence-strip.tsx'
import { FactList } from '../../_ui/fact-list.tsx'
import { LevelTag } from '../../_ui/level-tag.tsx'
import { Paper } from '../../_ui/paper.tsx'
import { Picture } from '../../_ui/picture.tsx'
import { Section } from '../../_ui/section.tsx'
import { TextLink } from '../../_ui/text-link.tsx'
import { SAMPLE_MINUTES } from './progress.tsx'

/** What is read: the directory, a sheet, a picture, facts. */
export function ReadingPart() {
  return (
    <Section
      title="书页"
      note="名录用点线，教案用纸"
      gap="small"
      id="reading"
      link={
        <TextLink tone="quiet" href="#reading">
          名录
        </TextLink>
      }
    >
      <ul className="columns-2 gap-14 phone:columns-1">
        <li>
          <DottedLeaderRow
            href="#reading"
            title="翟雅琴"
            mark={<LevelTag rank="highest">齐鲁</LevelTag>}
            value="初中语文"
            note="张店区"
          />
        </li>
        <li>
          <DottedLeaderRow
            href="#reading"
            title="国兆亮"
            mark={<LevelTag rank="middle">市</LevelTag>}
            value="初中物理"
            note="桓台县"
          />
        </li>
      </ul>
      <div className="mt-6 grid grid-cols-[1.6fr_1fr] gap-10 phone:grid-cols-1 phone:gap-5">
        <Paper head={{ left: '八年级上册·语文', right: '第 2 页，共 5 页' }} className="px-10 pt-4.5 pb-6">
          <h3 className="mt-3.5 mb-1 font-song text-h3 font-semibold">任务二{'\u3000'}还原动作</h3>
          <p className="text-lead leading-7">1. 默读第 6 段，圈出父亲过铁道、爬月台的动词。</p>
        </Paper>
        <div>
          <Picture plate="1:12:40" plateCorner="right" radius="small" />
          <EvidenceStrip minutes={SAMPLE_MINUTES} label="120 分钟，其中 7 处写进教案" className="my-2" />
          <FactList
            facts={[
              { term: '时间', value: '11 月 25 日 周三 19:00 至 20:30' },
              { term: '录制', value: '会录制。进入前请您确认。' },
            ]}
          />
        </div>
      </div>
    </Section>
  )
}
