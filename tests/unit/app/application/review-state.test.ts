import { describe, expect, it } from 'vitest'
import type { ApplicationCard } from '#core/contract/applications.ts'
import { review, startReview, targetsOf, type ReviewAct } from '#app/_features/application/review/review-state.ts'

const card = (applicationId: string, change: Partial<ApplicationCard> = {}): ApplicationCard => ({
  applicationId,
  ...{ version: 2, state: 'office-review', applicantName: '某老师', schoolName: '某校', district: '', kind: 'teacher' },
  ...{ level: 'city', subject: '语文', name: `工作室${applicationId}`, since: '2026-11-26T00:00:00Z' },
  ...{ decisions: ['approve', 'return', 'reject'], introductionCharacters: 300, timesReturned: 0, hasTitle: true },
  ...change,
})

const after = (...acts: ReviewAct[]) => acts.reduce(review, startReview(['a', 'b', 'c', 'd'].map((id) => card(id))))
const idsOf = (items: readonly ApplicationCard[]) => items.map(({ applicationId }) => applicationId)

describe('[APP5] many decided by keys', () => {
  it('the cursor stays within the list', () => {
    expect(after({ type: 'go', by: -1 }).currentId).toBe('a')
    expect(after(...Array.from({ length: 9 }, () => ({ type: 'go', by: 1 }) as const)).currentId).toBe('d')
  })

  it('a decision is about what is selected, or else about the one that is looked at', () => {
    expect(idsOf(targetsOf(after({ type: 'look', applicationId: 'b' }), 'approve'))).toEqual(['b'])
    const selected = after({ type: 'toggle', applicationId: 'c' }, { type: 'toggle', applicationId: 'a' })
    expect(idsOf(targetsOf(selected, 'approve'))).toEqual(['a', 'c'])
  })

  it('what one may not decide so is left out', () => {
    const state = startReview([card('a', { decisions: ['approve', 'return'] })])
    expect(targetsOf(state, 'reject')).toEqual([])
  })

  it('what is done leaves the list, what is not is named, and the cursor goes on to the next', () => {
    const state = after(
      { type: 'look', applicationId: 'b' },
      {
        type: 'decided',
        results: [
          { applicationId: 'b', outcome: 'done', message: '' },
          { applicationId: 'c', outcome: 'changed', message: '已经退回补正' },
        ],
      },
    )
    expect(idsOf(state.items)).toEqual(['a', 'd'])
    expect(state).toMatchObject({
      ...{ currentId: 'd', done: 1 },
      unfinished: [{ applicationId: 'c', name: '工作室c', message: '已经退回补正' }],
    })
  })
})
