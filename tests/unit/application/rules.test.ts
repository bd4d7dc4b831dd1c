import { describe, expect, it } from 'vitest'
import { applicationForm, applicationState, applicationStep } from '#core/contract/applications.ts'
import { decisionsIn, transitionOf } from '#core/domain/application/application-states.ts'
import { checkForm } from '#core/domain/application/check-form.ts'
import { fullForm } from '#tests/support/application/full-form.ts'

const full = fullForm('s1')

describe('[APP1] what an application needs to be handed in', () => {
  it('a full one lacks nothing', () => {
    expect([...checkForm(full, { hasPhoto: true })]).toEqual([])
  })

  it('an empty one is told of every field at once, the first on the page first', () => {
    const problems = [...checkForm(applicationForm.parse({}), { hasPhoto: false })]
    expect(problems[0]).toEqual(['name', 'missing'])
    expect(problems).toHaveLength(12)
    expect(new Set(problems.map(([, problem]) => problem))).toEqual(new Set(['missing']))
  })

  it.each([
    [249, 'short'],
    [250, undefined],
    [350, undefined],
    [351, 'long'],
  ])('个人简介 of %i 字', (count, problem) => {
    expect(checkForm({ ...full, introduction: '字'.repeat(count) }, { hasPhoto: true }).get('introduction')).toBe(
      problem,
    )
  })

  it.each(['1986-05', '1986.5', '1986年5月', '1986/12'])('%s is a month', (bornMonth) => {
    expect(checkForm({ ...full, bornMonth }, { hasPhoto: true }).has('bornMonth')).toBe(false)
  })

  it.each(['1986', '86-05', '1986-13', '5月'])('%s is none', (bornMonth) => {
    expect(checkForm({ ...full, bornMonth }, { hasPhoto: true }).get('bornMonth')).toBe('shape')
  })
})

describe('[APP2] one table of steps', () => {
  const steps = (hasDistrict: boolean) =>
    applicationState.options.flatMap((from) =>
      applicationStep.options.flatMap((step) => {
        const transition = transitionOf(from, step, { hasDistrict })
        return transition === null ? [] : [`${from} ${step} ${transition.to} ${transition.by}`]
      }),
    )

  it('of a school of a district', () => {
    expect(steps(true)).toEqual([
      'draft submit district-review applicant',
      'district-review withdraw draft applicant',
      'district-review approve office-review district',
      'district-review return returned district',
      'office-review approve opened office',
      'office-review return returned office',
      'office-review reject rejected office',
      'returned submit district-review applicant',
    ])
  })

  it('of a school of the city itself, which has no district', () => {
    expect(steps(false).filter((step) => !steps(true).includes(step))).toEqual([
      'draft submit office-review applicant',
      'office-review withdraw draft applicant',
      'returned submit office-review applicant',
    ])
  })

  it('only the office refuses for good', () => {
    expect(decisionsIn('district-review', 'district')).toEqual(['approve', 'return'])
    expect(decisionsIn('office-review', 'office')).toEqual(['approve', 'return', 'reject'])
    expect(decisionsIn('district-review', 'office')).toEqual([])
  })
})
