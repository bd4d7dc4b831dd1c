'use client'

import { CalendarDate, Time } from '@internationalized/date'
import { Eye, MessageSquareText, PenLine } from 'lucide-react'
import { useState } from 'react'
import { ComboBox } from '../../_ui/combo-box.tsx'
import { DateField } from '../../_ui/date-field.tsx'
import { DatePicker } from '../../_ui/date-picker.tsx'
import { NumberField } from '../../_ui/number-field.tsx'
import { RadioGroup } from '../../_ui/radio-group.tsx'
import { Section } from '../../_ui/section.tsx'
import { SegmentedControl } from '../../_ui/segmented-control.tsx'
import { Select } from '../../_ui/select.tsx'
import { Slider } from '../../_ui/slider.tsx'
import { TextArea } from '../../_ui/text-area.tsx'
import { TimeField } from '../../_ui/time-field.tsx'
import { SUBJECTS } from './fields.tsx'

const ADMISSIONS = [
  { id: 'city', label: '全市教师', note: '登录后即可进入' },
  { id: 'group', label: '组内', note: '工作室成员' },
  { id: 'link', label: '任何人凭链接', note: '不用登录' },
] as const

const KINDS = [
  { id: 'school', label: '学校' },
  { id: 'district', label: '区县' },
] as const

const MODES = [
  { id: 'edit', label: '编辑', icon: PenLine },
  { id: 'suggest', label: '建议', icon: MessageSquareText },
  { id: 'read', label: '阅读', icon: Eye },
] as const

/** The fields that are not on the drawing, in the same hand. */
export function MoreFieldsPart() {
  const [mode, setMode] = useState<(typeof MODES)[number]['id']>('edit')
  return (
    <Section title="更多输入" note="日期按中文习惯" gap="small" id="more-fields">
      <div className="grid grid-cols-3 items-start gap-x-6 gap-y-5 phone:grid-cols-1">
        <DatePicker label="日期" defaultValue={new CalendarDate(2026, 11, 25)} />
        <TimeField label="开始" defaultValue={new Time(19, 0)} />
        <DateField label="不晚于" error="请填 11 月 25 日以后的一天。" defaultValue={new CalendarDate(2026, 11, 24)} />
        <NumberField label="时长" unit="分钟" defaultValue={90} minValue={5} step={5} />
        <ComboBox label="主讲" options={SUBJECTS} emptyText="没有找到，换个字试试。" placeholder="写姓名或学校" />
        <Select label="学科" options={SUBJECTS} placeholder="请选择" error="请选择一个学科。" />
        <RadioGroup label="谁可以进入" choices={ADMISSIONS} defaultValue="city" />
        <RadioGroup label="类别" choices={KINDS} defaultValue="school" isRow />
        <TextArea label="要议的问题" placeholder="一句话" hint="会写在活动页的标题下面。" />
        <div className="flex flex-col gap-5">
          <SegmentedControl label="方式" segments={MODES} value={mode} onChange={setMode} />
          <Slider label="音量" defaultValue={60} />
          <Slider label="速度" defaultValue={1} min={0.5} max={2} step={0.25} isDisabled />
        </div>
      </div>
    </Section>
  )
}
