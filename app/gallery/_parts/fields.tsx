'use client'

import { Checkbox } from '../../_ui/checkbox.tsx'
import { optionRow } from '../../_ui/option-list.tsx'
import { floatingSheet } from '../../_ui/popover.tsx'
import { Section } from '../../_ui/section.tsx'
import { Select } from '../../_ui/select.tsx'
import { Switch } from '../../_ui/switch.tsx'
import { TextField } from '../../_ui/text-field.tsx'

export const SUBJECTS = [
  { id: 'chinese-junior', label: '初中语文' },
  { id: 'chinese-senior', label: '高中语文' },
  { id: 'chinese-primary', label: '小学语文' },
] as const

/** Fields in the states of the drawing. */
export function FieldsPart() {
  return (
    <Section title="输入" note="错误用赭色，写明怎么改" gap="small" id="fields">
      <div className="grid grid-cols-3 items-start gap-x-6 gap-y-5 phone:grid-cols-1">
        <TextField label="手机号" placeholder="十一位数字" hint="只用来登录，不对外显示。" />
        <div data-shown-as="hover">
          <TextField label="悬停" defaultValue="138 0533 2614" />
        </div>
        <div data-shown-as="focus">
          <TextField label="聚焦" defaultValue="翟雅琴" />
        </div>
        <TextField label="禁用" defaultValue="由市办填写" isDisabled />
        <TextField label="个人简介" defaultValue="从教二十一年，……" error="现在 214 字，再写 86 字左右。" />
        <div>
          <Select label="学科" options={SUBJECTS} defaultValue="chinese-junior" />
          <ul aria-hidden className={`${floatingSheet} mt-1 p-1.5`}>
            <li className={`${optionRow} text-bamboo`}>初中语文</li>
            <li className={optionRow} data-focused="">
              高中语文
            </li>
            <li className={optionRow}>小学语文</li>
          </ul>
        </div>
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
        <Checkbox>未选</Checkbox>
        <Checkbox defaultSelected>已选</Checkbox>
        <Checkbox isIndeterminate>部分</Checkbox>
        <div data-shown-as="focus">
          <Checkbox>聚焦</Checkbox>
        </div>
        <Checkbox isDisabled>禁用</Checkbox>
        <Switch>关</Switch>
        <Switch defaultSelected>跟随主持人</Switch>
        <Switch isDisabled>禁用</Switch>
      </div>
    </Section>
  )
}
