import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ReplayPlan } from '#core/contract/replay.ts'
import { PlanHistory } from '#core/lesson-plan/plan-history.ts'
import type { PlanBlock } from '#core/contract/plan-block.ts'
import { readPlanTree } from '#core/lesson-plan/plan-tree.ts'
import { makePlan, sectionParagraph, setText } from './make-plan.ts'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const SECTIONS = ['learners', 'goals', 'board', 'homework'] as const

/** A session in which each step writes one line; the n-th at n seconds. */
function record(steps: readonly { section: (typeof SECTIONS)[number]; text: string }[]) {
  const doc = makePlan('课题')
  const base = base64(Y.encodeStateAsUpdateV2(doc))
  const updates: ReplayPlan['updates'] = []
  const trees: (readonly PlanBlock[])[] = [readPlanTree(doc)]
  doc.on('updateV2', (update: Uint8Array) => {
    const seq = updates.length + 1
    updates.push({ seq, atMs: seq * 1_000, personId: 'jing', name: '荆文涛', colour: 1, update: base64(update) })
  })
  for (const { section, text } of steps) {
    const before = updates.length
    setText(sectionParagraph(doc, section), text)
    if (updates.length > before) trees.push(readPlanTree(doc))
  }
  return { history: new PlanHistory({ planId: 'plan', base, updates }), trees }
}

it('[HIS1] at any moment, in any order of asking, the plan is exactly what it was', () => {
  const step = fc.record({ section: fc.constantFrom(...SECTIONS), text: fc.string({ maxLength: 8 }) })
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 260 }),
      fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
      (steps, asked) => {
        const { history, trees } = record(steps)
        for (const n of asked) {
          const position = n % trees.length
          expect(history.positionAt(position * 1_000 + 500)).toBe(position)
          expect(history.treeAfter(position)).toEqual(trees[position])
        }
      },
    ),
    { numRuns: 30 },
  )
})

it('[HIS2] a passage is marked for ten seconds, with its newest author and the wording before the first change', () => {
  const { history } = record([
    { section: 'goals', text: '请一名学生上台模仿' },
    { section: 'goals', text: '全班起立' },
    { section: 'goals', text: '全班起立，慢慢做一遍' },
  ])
  expect(history.changesBefore(3_500, { withinMs: 1_800 })).toMatchObject([
    { atMs: 3_000, name: '荆文涛', before: '请一名学生上台模仿' },
  ])
  expect(history.changesBefore(999, { withinMs: 10_000 })).toEqual([])
  expect(history.changesBefore(14_000, { withinMs: 10_000 })).toEqual([])
})

it('[HIS3] a line that was emptied counts as changed', () => {
  const { history } = record([
    { section: 'board', text: '攀　缩　微倾' },
    { section: 'board', text: '' },
  ])
  expect(history.changesBefore(2_000, { withinMs: 500 })).toMatchObject([{ before: '攀　缩　微倾' }])
})

it('[HIS4] jumps lead to the beginning of a run of typing', () => {
  const steps = [1, 2, 3].map((n) => ({ section: 'goals', text: `第 ${n} 遍` }) as const)
  const { history } = record(steps)
  expect(history.neighbours(0, { apartMs: 5_000 })).toEqual({ previousMs: null, nextMs: 1_000 })
  expect(history.neighbours(60_000, { apartMs: 5_000 })).toEqual({ previousMs: 1_000, nextMs: null })
})

it('[HIS5] what was changed last stays known long after its mark; before the first change there is nothing', () => {
  const { history } = record([
    { section: 'goals', text: '读' },
    { section: 'board', text: '攀' },
  ])
  expect(history.lastChangeBefore(999)).toBeNull()
  expect(history.lastChangeBefore(1_500)).toMatchObject({ atMs: 1_000 })
  expect(history.lastChangeBefore(3_600_000)).toMatchObject({ atMs: 2_000 })
})

it('[HIS6] the template that the server writes into a new plan is no change of anybody’s', () => {
  const update = base64(Y.encodeStateAsUpdateV2(makePlan('课题')))
  const seed = { seq: 1, atMs: 100, personId: null, name: '', colour: 1 as const, update }
  const history = new PlanHistory({
    planId: 'plan',
    base: base64(Y.encodeStateAsUpdateV2(new Y.Doc())),
    updates: [seed],
  })
  expect(history.treeAfter(1).length).toBeGreaterThan(0)
  expect(history.changesBefore(500, { withinMs: 10_000 })).toEqual([])
  expect(history.neighbours(0, { apartMs: 5_000 })).toEqual({ previousMs: null, nextMs: null })
})
