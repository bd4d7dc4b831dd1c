import { describe, expect, it } from 'vitest'
import { stepMembership, type MembershipState, type MembershipStep } from '#core/domain/membership/membership-state.ts'

const STATES = ['proposed', 'declined', 'consented', 'refused', 'withdrawn', 'active', 'left', 'removed', 'expired']
const LEADS: Record<MembershipStep, Partial<Record<MembershipState, MembershipState>>> = {
  consent: { proposed: 'consented' },
  decline: { proposed: 'declined', consented: 'declined' },
  confirm: { consented: 'active' },
  refuse: { consented: 'refused' },
  withdraw: { proposed: 'withdrawn', consented: 'withdrawn' },
  leave: { active: 'left' },
  remove: { active: 'removed' },
  expire: { active: 'expired' },
}

describe.each(Object.keys(LEADS) as MembershipStep[])('[GROUP1] %s', (step) => {
  it.each(STATES as MembershipState[])('from %s leads where the table says, or is refused', (state) => {
    const to = LEADS[step][state]
    if (to === undefined)
      expect(() => stepMembership(state, step)).toThrow(expect.objectContaining({ code: 'CONFLICT' }))
    else expect(stepMembership(state, step)).toBe(to)
  })
})
