import { describe, expect, it } from 'vitest'
import { yearPlanState, type YearPlanState } from '#core/contract/year-plans.ts'
import { assertItem } from '#core/domain/year-plan/check-item.ts'
import { memberLoads } from '#core/domain/year-plan/member-loads.ts'
import { assertYearPlanStep, isWritable } from '#core/domain/year-plan/plan-state.ts'

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

  it('[YP3] is written only before it is handed in and after it came back', () => {
    expect(yearPlanState.options.filter(isWritable)).toEqual(['draft', 'returned'])
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
        { assigneeId: 'a', hours: 8 },
        { assigneeId: 'a', hours: 2 },
        { assigneeId: 'b', hours: 5 },
        { assigneeId: null, hours: 40 },
        { assigneeId: 'left the studio', hours: 40 },
      ],
    })
    expect([...loads]).toEqual([
      ['a', { tasks: 2, hours: 10, weight: 'heavy' }],
      ['b', { tasks: 1, hours: 5, weight: 'usual' }],
      ['c', { tasks: 0, hours: 0, weight: 'none' }],
    ])
  })

  it('[YP5] nobody is overloaded by being the first to take something on', () => {
    const tasks = [{ assigneeId: 'a', hours: 6 }]
    expect(memberLoads(['a', 'b', 'c'], { tasks }).get('a')?.weight).toBe('usual')
  })

  it('[YP5] nobody is overloaded by tasks without hours', () => {
    expect(memberLoads(['a'], { tasks: [{ assigneeId: 'a', hours: 0 }] }).get('a')?.weight).toBe('usual')
  })
})
