import { Check, Clock, TriangleAlert } from 'lucide-react'
import { Checkbox } from '../../_ui/checkbox.tsx'
import { Section } from '../../_ui/section.tsx'
import { StatusWord } from '../../_ui/status-word.tsx'
import { Cell, HeadCell, Row, Table } from '../../_ui/table.tsx'

const ROWS = [
  {
    name: '于海宁 名师工作室',
    place: '临淄区',
    tone: 'warning',
    icon: TriangleAlert,
    word: '简介 214 字，少于要求',
    wait: '3 天',
  },
  { name: '宋佳 名师工作室', place: '张店区', tone: 'waiting', icon: Clock, word: '等待区县初审', wait: '6 天' },
  { name: '商红梅 名师工作室', place: '博山区', tone: 'good', icon: Check, word: '初审同意', wait: '2 天' },
] as const

/** A table: plain, hovered, ticked and current. */
export function TablePart() {
  return (
    <Section title="表" note="行高 46，线只在行间" gap="small" id="table">
      <div className="overflow-x-auto" role="region" aria-label="待办表" tabIndex={0}>
        <Table className="whitespace-nowrap">
          <thead>
            <tr>
              <HeadCell className="w-10">
                <Checkbox aria-label="全选" />
              </HeadCell>
              <HeadCell>对象</HeadCell>
              <HeadCell className="w-30">区县</HeadCell>
              <HeadCell className="w-55">核对</HeadCell>
              <HeadCell className="w-20" align="right">
                已等
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {ROWS.map((row, index) => (
              <Row
                key={row.name}
                isSelected={index === 2}
                isCurrent={index === 2}
                {...(index === 1 ? { className: 'bg-well' } : {})}
              >
                <Cell>
                  <Checkbox aria-label={row.name} defaultSelected={index === 2} />
                </Cell>
                <Cell className="font-medium">{row.name}</Cell>
                <Cell className="text-ink-2">{row.place}</Cell>
                <Cell>
                  <StatusWord tone={row.tone} icon={row.icon}>
                    {row.word}
                  </StatusWord>
                </Cell>
                <Cell align="right" className={index === 1 ? 'text-ochre' : 'text-ink-2'}>
                  {row.wait}
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      </div>
    </Section>
  )
}
