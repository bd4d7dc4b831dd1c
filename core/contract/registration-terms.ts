import { z } from 'zod'

/** 不用报名 | 报名即可 | 报名后由主持人审核 | 凭邀请报名. */
export const registrationMode = z.enum(['none', 'open', 'approval', 'invitation'])
export type RegistrationMode = z.infer<typeof registrationMode>

export const CAPACITY_MAX = 10_000

export const registrationTerms = z.object({
  mode: registrationMode,
  /** Null: as many as come. */
  capacity: z.number().int().min(1).max(CAPACITY_MAX).nullable(),
})
export type RegistrationTerms = z.infer<typeof registrationTerms>

export const NO_REGISTRATION: RegistrationTerms = { mode: 'none', capacity: null }
