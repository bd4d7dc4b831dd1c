import { AppError } from '#core/contract/errors.ts'

/** From the master's proposal to the end of it: `active` is being in the group; whatever comes after it is history. */
export type MembershipState =
  'proposed' | 'declined' | 'consented' | 'refused' | 'withdrawn' | 'active' | 'left' | 'removed' | 'expired'

export type MembershipStep = 'consent' | 'decline' | 'confirm' | 'refuse' | 'withdraw' | 'leave' | 'remove' | 'expire'

/** The teacher consents or declines, the office confirms or refuses; until then the master may take it back. */
const STEPS: Record<MembershipStep, { from: readonly MembershipState[]; to: MembershipState }> = {
  consent: { from: ['proposed'], to: 'consented' },
  decline: { from: ['proposed', 'consented'], to: 'declined' },
  confirm: { from: ['consented'], to: 'active' },
  refuse: { from: ['consented'], to: 'refused' },
  withdraw: { from: ['proposed', 'consented'], to: 'withdrawn' },
  leave: { from: ['active'], to: 'left' },
  remove: { from: ['active'], to: 'removed' },
  expire: { from: ['active'], to: 'expired' },
}

const WORDS: Record<MembershipState, string> = {
  proposed: '在等本人答复',
  declined: '本人没有同意',
  consented: '在等市办确认',
  refused: '市办没有确认',
  withdrawn: '已经撤回',
  active: '已经生效',
  left: '已经退出',
  removed: '已经移出',
  expired: '已经期满',
}

/** Where a step leads. Throws `CONFLICT` with words for a teacher where it cannot be taken any more, or not yet. */
export function stepMembership(state: MembershipState, step: MembershipStep): MembershipState {
  const { from, to } = STEPS[step]
  if (!from.includes(state)) throw new AppError('CONFLICT', `这项提名${WORDS[state]}，请刷新后再看。`)
  return to
}
