import { describe, expect, it } from 'vitest'
import type { ActivityState } from '#core/contract/activity.ts'
import { yearPlanState, type YearPlanState } from '#core/contract/year-plans.ts'
import { assertItem } from '#core/domain/year-plan/check-item.ts'
import { memberLoads } from '#core/domain/year-plan/member-loads.ts'
import { assertYearPlanStep, reasonOf, writingMode } from '#core/domain/year-plan/plan-state.ts'
import { monthForNew, planProgress, progressOf } from '#core/domain/year-plan/progress.ts'
import { roleOfTask } from '#core/domain/year-plan/role-of-task.ts'

const permitted = (from: YearPlanState) =>
  yearPlanState.options.filter((to) => {
    try {
      assertYearPlanStep(from, to)
      return true
    } catch {
      return false
    }
  })

describe('the states of a plan', () => {
  it('[YP1] goes the ways of product.md §4 and no others', () => {
    expect(Object.fromEntries(yearPlanState.options.map((from) => [from, permitted(from)]))).toEqual({
      draft: ['submitted'],
      submitted: ['returned', 'filed'],
      returned: ['submitted'],
      filed: [],
    })
  })

  it('[YP3] is written before it is handed in and after it came back; once filed only with a reason', () => {
    expect(yearPlanState.options.map(writingMode)).toEqual(['yes', 'no', 'yes', 'after-filing'])
    expect(reasonOf('draft', undefined)).toBeNull()
    expect(reasonOf('filed', '专家来不了')).toBe('专家来不了')
    expect(() => reasonOf('filed', '')).toThrow('请写明为什么改')
    expect(() => reasonOf('filed', undefined)).toThrow('请写明为什么改')
  })
})

describe('what an item may be', () => {
  const item = { kind: 'lesson-study', title: '同课异构', month: 2, day: 29, place: '', hours: 4 } as const

  it('[YP2] a day that the month has in that year', () => {
    expect(() => assertItem(item, { year: 2028, studioKind: 'teacher' })).not.toThrow()
    expect(() => assertItem(item, { year: 2027, studioKind: 'teacher' })).toThrow('2 月没有 29 日')
  })

  it('[YP2] a kind that the studio holds', () => {
    expect(() => assertItem(item, { year: 2028, studioKind: 'principal' })).toThrow('不办这一类')
  })
})

describe('the load of members', () => {
  it('[YP5] tells who has nothing and who has half as much again as the others', () => {
    const loads = memberLoads(['a', 'b', 'c'], {
      tasks: [
        { assigneeId: 'a', hours: 8, isDone: true },
        { assigneeId: 'a', hours: 2, isDone: false },
        { assigneeId: 'b', hours: 5, isDone: false },
        { assigneeId: null, hours: 40, isDone: false },
        { assigneeId: 'left the studio', hours: 40, isDone: false },
      ],
    })
    expect([...loads]).toEqual([
      ['a', { tasks: 2, hours: 10, doneHours: 8, weight: 'heavy' }],
      ['b', { tasks: 1, hours: 5, doneHours: 0, weight: 'usual' }],
      ['c', { tasks: 0, hours: 0, doneHours: 0, weight: 'none' }],
    ])
  })

  it('[YP5] nobody is overloaded by being the first to take something on', () => {
    const tasks = [{ assigneeId: 'a', hours: 6, isDone: false }]
    expect(memberLoads(['a', 'b', 'c'], { tasks }).get('a')?.weight).toBe('usual')
  })

  it('[YP5] nobody is overloaded by tasks without hours', () => {
    expect(memberLoads(['a'], { tasks: [{ assigneeId: 'a', hours: 0, isDone: false }] }).get('a')?.weight).toBe('usual')
  })
})

describe('what has become of a plan', () => {
  const today = { year: 2026, month: 5, day: 20 }
  const of = (month: number, day: number | null, states: readonly ActivityState[] = [], year = 2026) =>
    progressOf({ month, day, activities: states.map((state) => ({ state })) }, { year, today })

  it('[YP7] an item is done by itself when an activity of it was held', () => {
    expect(of(5, 20, ['cancelled', 'ended'])).toBe('held')
    expect(of(1, 3, ['ended'])).toBe('held')
    expect(of(1, 3, ['live'])).toBe('announced')
    expect(of(5, 20, ['published'])).toBe('announced')
    expect(of(5, 20, ['draft'])).toBe('planned')
  })

  it('[YP7] it is late when its day, or without one its month, is over and nothing was held', () => {
    expect([of(5, 19), of(5, 20), of(5, null), of(4, null), of(4, 1, ['published'])]).toEqual([
      ...['late', 'planned', 'planned', 'late', 'late'],
    ])
    expect([of(12, null, [], 2025), of(1, 1, [], 2027)]).toEqual(['late', 'planned'])
  })

  it('[YP7] a plan counts its items', () => {
    const items = (['held', 'held', 'announced', 'late', 'planned'] as const).map((progress) => ({ progress }))
    expect(planProgress(items)).toEqual({ items: 5, held: 2, announced: 1, late: 1 })
  })

  it('[YP2] a new item begins in the next month that has none', () => {
    expect(monthForNew({ year: 2026, months: [] }, { today })).toBe(5)
    expect(monthForNew({ year: 2026, months: [1, 5, 6] }, { today })).toBe(7)
    expect(monthForNew({ year: 2027, months: [1] }, { today })).toBe(2)
    expect(monthForNew({ year: 2026, months: [5, 6, 7, 8, 9, 10, 11, 12] }, { today })).toBe(5)
  })

  it('[YP7] a task proposes the part in the room that it speaks of', () => {
    expect(['主讲', '同课主讲', '课堂观察', '点评', '整理成果', '准备学具'].map(roleOfTask)).toEqual([
      ...['presenter', 'presenter', 'observer', 'speaker', 'note-taker', null],
    ])
  })
})
