import { z } from 'zod'
import { personCard, titleLevel } from './activity.ts'
import { id, instant } from './fields.ts'

/** 待本人答复, 待市办确认. */
export const openMembershipState = z.enum(['proposed', 'consented'])
export type OpenMembershipState = z.infer<typeof openMembershipState>

export const endedMembershipState = z.enum(['declined', 'refused', 'withdrawn', 'left', 'removed', 'expired'])

/** A row of the group, of whoever is in it. `version` goes back with what is done about it. */
export const groupMember = z.object({
  membershipId: id,
  version: z.number().int(),
  person: personCard,
  since: instant,
})
export type GroupMember = z.infer<typeof groupMember>

export const groupProposal = z.object({
  membershipId: id,
  version: z.number().int(),
  person: personCard,
  state: openMembershipState,
  reason: z.string(),
  proposedAt: instant,
})
export type GroupProposal = z.infer<typeof groupProposal>

/** What is over: of a proposal that came to nothing `since` is null. */
export const pastMembership = z.object({
  membershipId: id,
  person: personCard,
  state: endedMembershipState,
  since: instant.nullable(),
  endedAt: instant,
  endReason: z.string(),
})
export type PastMembership = z.infer<typeof pastMembership>

export const places = z.object({ taken: z.number().int(), limit: z.number().int() })

/** To be answered by the teacher who was proposed. */
export const ownProposal = z.object({
  membershipId: id,
  version: z.number().int(),
  studio: z.object({ id, name: z.string() }),
  masterName: z.string(),
  reason: z.string(),
  proposedAt: instant,
})
export type OwnProposal = z.infer<typeof ownProposal>

/** To be decided by the office. `elsewhere`: the studios in whose group they are already. */
export const proposalToDecide = z.object({
  membershipId: id,
  version: z.number().int(),
  person: personCard,
  studio: z.object({ id, name: z.string(), level: titleLevel, subject: z.string() }),
  reason: z.string(),
  proposedAt: instant,
  places,
  elsewhere: z.array(z.string()),
})
export type ProposalToDecide = z.infer<typeof proposalToDecide>
