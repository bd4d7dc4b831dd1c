import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addedRange, markAdded } from '#app/_features/lesson-plan/added-range.ts'

it('[ADD1] what is marked as new lies between what stayed at both ends', () => {
  expect(addedRange('读出艰难', '读出父亲的艰难')).toEqual({ from: 2, to: 5 })
  expect(addedRange('', '全新')).toEqual({ from: 0, to: 2 })
  expect(addedRange('一样', '一样')).toEqual({ from: 2, to: 2 })
  expect(addedRange('删去这里', '删这里')).toEqual({ from: 1, to: 1 })
})

it('[ADD2] cutting a line into runs loses and doubles nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.string(), (parts, before) => {
      const after = parts.join('')
      const children = parts.map((text) => ({ kind: 'text', text, marks: [] }) as const)
      const block = { kind: 'block', key: '1:1', name: 'paragraph', attributes: {}, children } as const
      const range = addedRange(before, after)
      const runs = markAdded(block, range) ?? []
      expect(runs.map(({ text }) => text.text).join('')).toBe(after)
      const added = runs.filter(({ isAdded }) => isAdded).map(({ text }) => text.text)
      expect(added.join('')).toBe(after.slice(range.from, range.to))
    }),
  )
})
