import type { RegistrationTerms } from '#core/contract/registration-terms.ts'
import type { HeldRegistrationState, RegistrationState } from '#core/contract/registrations.ts'
import type { ActivityState } from '#core/contract/activity.ts'

/** 撤销: how long who has cancelled can come back to where they were. */
export const UNDO_CANCELLING_MS = 60_000

/** 报名中 is not stored: an activity is in it while this holds (decision 012). */
export const takesRegistrations = (
  { state, terms, endsAtEpochMs }: { state: ActivityState; terms: RegistrationTerms; endsAtEpochMs: number },
  { nowEpochMs }: { nowEpochMs: number },
): boolean => (state === 'published' || state === 'live') && terms.mode !== 'none' && nowEpochMs < endsAtEpochMs

/** How many more can be registered; Infinity without a capacity, 0 also where it was lowered below those who are. */
export const freePlaces = ({ capacity }: RegistrationTerms, { registered }: { registered: number }): number =>
  capacity === null ? Infinity : Math.max(0, capacity - registered)

/**
 * Where somebody comes to who registers. `former`: what they cancelled a moment ago and take up again; who had been
 * approved is not asked about twice.
 */
export function stateOnRegistering({
  terms,
  registered,
  former,
}: {
  terms: RegistrationTerms
  registered: number
  former: HeldRegistrationState | null
}): HeldRegistrationState {
  const wanted = former ?? (terms.mode === 'approval' ? 'asked' : 'registered')
  if (wanted === 'asked') return 'asked'
  return freePlaces(terms, { registered }) > 0 ? 'registered' : 'waiting'
}

export type RegistrationDecision = 'approve' | 'decline'

const DECIDABLE: Record<RegistrationDecision, readonly RegistrationState[]> = {
  // Also who was declined: a host may think again.
  approve: ['asked', 'declined'],
  decline: ['asked', 'registered', 'waiting'],
}

export const isDecidable = (state: RegistrationState, decision: RegistrationDecision): boolean =>
  DECIDABLE[decision].includes(state)
