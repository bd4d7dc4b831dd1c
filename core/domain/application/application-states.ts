import type { ApplicationDecision, ApplicationState, ApplicationStep } from '#core/contract/applications.ts'
import { applicationDecision } from '#core/contract/applications.ts'

/** Who takes a step. */
export type ApplicationDesk = 'applicant' | 'district' | 'office'

interface Transition {
  step: ApplicationStep
  from: ApplicationState
  to: ApplicationState
  by: ApplicationDesk
  /** Only for schools of a district, or only for the city's own, which have nobody to review them first. */
  ofSchools?: 'district' | 'city'
}

const TRANSITIONS: readonly Transition[] = [
  { step: 'submit', from: 'draft', to: 'district-review', by: 'applicant', ofSchools: 'district' },
  { step: 'submit', from: 'draft', to: 'office-review', by: 'applicant', ofSchools: 'city' },
  // What comes back mended is read again from the beginning: anything in it may have changed.
  { step: 'submit', from: 'returned', to: 'district-review', by: 'applicant', ofSchools: 'district' },
  { step: 'submit', from: 'returned', to: 'office-review', by: 'applicant', ofSchools: 'city' },
  { step: 'withdraw', from: 'district-review', to: 'draft', by: 'applicant' },
  // Where the district has decided, the applicant can no longer act as if nobody had.
  { step: 'withdraw', from: 'office-review', to: 'draft', by: 'applicant', ofSchools: 'city' },
  { step: 'approve', from: 'district-review', to: 'office-review', by: 'district' },
  { step: 'return', from: 'district-review', to: 'returned', by: 'district' },
  { step: 'approve', from: 'office-review', to: 'opened', by: 'office' },
  { step: 'return', from: 'office-review', to: 'returned', by: 'office' },
  { step: 'reject', from: 'office-review', to: 'rejected', by: 'office' },
]

const WORDS: Record<ApplicationState, string> = {
  draft: '申请人已经撤回',
  'district-review': '在等区县初审',
  'office-review': '在等市办审核',
  returned: '已经退回补正',
  opened: '已经开通',
  rejected: '已经决定不予开通',
}

/** Where a step leads and who takes it, or null where it cannot be taken. */
export function transitionOf(
  state: ApplicationState,
  step: ApplicationStep,
  { hasDistrict }: { hasDistrict: boolean },
): { to: ApplicationState; by: ApplicationDesk } | null {
  const school = hasDistrict ? 'district' : 'city'
  return (
    TRANSITIONS.find(
      ({ from, step: taken, ofSchools = school }) => from === state && taken === step && ofSchools === school,
    ) ?? null
  )
}

/** Those who take a step at all, in whatever state. */
export const desksOf = (step: ApplicationStep): ReadonlySet<ApplicationDesk> =>
  new Set(TRANSITIONS.filter((transition) => transition.step === step).map(({ by }) => by))

/** What may be decided in a state, by whom it is the turn of. */
export const decisionsIn = (state: ApplicationState, desk: ApplicationDesk): ApplicationDecision[] =>
  applicationDecision.options.filter((decision) =>
    TRANSITIONS.some(({ step, from, by }) => step === decision && from === state && by === desk),
  )

/** The applicant writes here. */
export const isWritten = (state: ApplicationState): boolean => state === 'draft' || state === 'returned'

/** Nobody decides any more. */
export const isDecided = (state: ApplicationState): boolean => state === 'opened' || state === 'rejected'

/** Why a step can no longer be taken, for the one who came second. */
export const whyNot = (state: ApplicationState): string => `这份申请${WORDS[state]}，请刷新后再看。`
