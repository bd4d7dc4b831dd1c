import { describe, expect, it } from 'vitest'
import { activityState } from '#core/contract/activity.ts'
import { registrationState } from '#core/contract/registrations.ts'
import {
  freePlaces,
  isDecidable,
  stateOnRegistering,
  takesRegistrations,
} from '#core/domain/registration/registration-steps.ts'

const OPEN = { mode: 'open', capacity: 2 } as const
const APPROVAL = { mode: 'approval', capacity: 2 } as const

describe('[REG1] 报名中', () => {
  const at = (state: (typeof activityState.options)[number], nowEpochMs: number) =>
    takesRegistrations({ state, terms: OPEN, endsAtEpochMs: 100 }, { nowEpochMs })

  it('is told from what is published, takes registrations, and has not ended', () => {
    expect(activityState.options.filter((state) => at(state, 99))).toEqual(['published', 'live'])
    expect(at('published', 100)).toBe(false)
    expect(
      takesRegistrations(
        { state: 'published', terms: { mode: 'none', capacity: null }, endsAtEpochMs: 100 },
        { nowEpochMs: 0 },
      ),
    ).toBe(false)
  })
})

describe('[REG2] where somebody comes to who registers', () => {
  it.each([
    [OPEN, 1, null, 'registered'],
    [OPEN, 2, null, 'waiting'],
    [{ mode: 'open', capacity: null }, 5_000, null, 'registered'],
    [APPROVAL, 0, null, 'asked'],
    [APPROVAL, 2, null, 'asked'],
    // Taken back: who had been approved is not asked about again, who had asked is not let in by it.
    [APPROVAL, 1, 'registered', 'registered'],
    [APPROVAL, 2, 'registered', 'waiting'],
    [APPROVAL, 0, 'asked', 'asked'],
    [OPEN, 2, 'waiting', 'waiting'],
  ] as const)('%j with %i registered, after %s: %s', (terms, registered, former, state) => {
    expect(stateOnRegistering({ terms, registered, former })).toBe(state)
  })

  it('a capacity lowered below those who come throws nobody out', () => {
    expect(freePlaces(OPEN, { registered: 7 })).toBe(0)
  })
})

it('[REG5] a host lets in who asks or was declined, and declines who is in, waits or asks', () => {
  expect(registrationState.options.filter((state) => isDecidable(state, 'approve'))).toEqual(['asked', 'declined'])
  expect(registrationState.options.filter((state) => isDecidable(state, 'decline'))).toEqual([
    'asked',
    'registered',
    'waiting',
  ])
})
