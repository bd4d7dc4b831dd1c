import { z } from 'zod'
import { personCard } from './activity.ts'
import { instant } from './fields.ts'
import { registrationMode } from './registration-terms.ts'

/** 待审核, 已报名, 候补, 未通过, 已取消. */
export const registrationState = z.enum(['asked', 'registered', 'waiting', 'declined', 'cancelled'])
export type RegistrationState = z.infer<typeof registrationState>

/** What somebody who has registered is in, until they cancel or the host decides otherwise. */
export const heldRegistrationState = registrationState.extract(['asked', 'registered', 'waiting'])
export type HeldRegistrationState = z.infer<typeof heldRegistrationState>

/** How one's own registration stands. `place`: 1 for whoever moves up next. */
export const ownRegistration = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['asked', 'registered', 'declined']) }),
  z.object({ state: z.literal('waiting'), place: z.number().int().positive() }),
])
export type OwnRegistration = z.infer<typeof ownRegistration>

/** How registration for an activity stands, for whoever sees its page. */
export const registrationStanding = z.object({
  mode: registrationMode,
  capacity: z.number().int().nullable(),
  /** 报名中: now somebody who may can register. */
  isOpen: z.boolean(),
  registered: z.number().int(),
  waiting: z.number().int(),
  /** Null also for who has cancelled. */
  mine: ownRegistration.nullable(),
  /** The host has asked whoever looks to come. */
  isInvited: z.boolean(),
  /** How many the host has asked; 0 for who does not decide. */
  invited: z.number().int(),
  may: z.object({ register: z.boolean(), decide: z.boolean() }),
})
export type RegistrationStanding = z.infer<typeof registrationStanding>

/** A line of the host's list. `version` goes back with a decision. */
export const registrant = z.object({
  person: personCard,
  state: registrationState.exclude(['cancelled']),
  version: z.number().int(),
  askedAt: instant,
})
export type Registrant = z.infer<typeof registrant>

export const registrationCounts = z.object({
  asked: z.number().int(),
  registered: z.number().int(),
  waiting: z.number().int(),
  declined: z.number().int(),
})
export type RegistrationCounts = z.infer<typeof registrationCounts>
