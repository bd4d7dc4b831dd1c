import { describe, expect, it } from 'vitest'
import { planExcerpt } from '#app/_features/activity/plan-excerpt.ts'

const lines = (count: number) => Array.from({ length: count }, (_, index) => `第${index + 1}句`)

describe('[PAGE13] the beginning of a plan', () => {
  it('shows the first two sections in which something is written, five lines of each', () => {
    const text = ['课题', '《背影》', '学情分析', '', '教学目标', ...lines(7), '重点', '四次背影'].join('\n')
    expect(planExcerpt(text)).toEqual([
      { title: '课题', lines: ['《背影》'] },
      { title: '教学目标', lines: lines(5) },
    ])
  })

  it('the heads of the process table are no text', () => {
    const heads = ['环节', '时长', '教师活动', '学生活动', '设计意图']
    expect(planExcerpt(['教学过程', ...heads, '导入'].join('\n'))).toEqual([{ title: '教学过程', lines: ['导入'] }])
    expect(planExcerpt(['教学过程', ...heads].join('\n'))).toEqual([])
  })

  it.each(['', '\n\n', '课题\n学情分析', '不在任何一节里的话'])('%j shows nothing', (text) => {
    expect(planExcerpt(text)).toEqual([])
  })
})
