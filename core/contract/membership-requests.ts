import { z } from 'zod'
import { cursor, id, paragraph } from './fields.ts'
import { groupMember, groupProposal, ownProposal, pastMembership, places, proposalToDecide } from './memberships.ts'

const nothing = z.object({})
const seen = z.object({ membershipId: id, version: z.number().int() })
const reason = paragraph(200)

/** How many proposals the office decides in one request. */
export const PROPOSALS_AT_ONCE = 60
/** A studio's group is never larger, whatever the office sets. */
export const MEMBER_LIMIT_MAX = 60

/** 群组: the master proposes, the teacher consents, the office confirms. What was seen goes along as `version`. */
export const membershipRequests = {
  /** By the day of joining; proposals and the past newest first, the past at most thirty. */
  'studio.group': {
    input: z.object({ studioId: id }),
    output: z.object({
      studio: z.object({ id, name: z.string(), masterName: z.string() }),
      places,
      members: z.array(groupMember),
      proposals: z.array(groupProposal),
      past: z.array(pastMembership),
      meId: id.nullable(),
      may: z.object({ propose: z.boolean(), setLimit: z.boolean() }),
    }),
  },
  /** Null: as in the rest of the city. Who is in a group already stays in it. */
  'studio.set-member-limit': {
    input: z.object({ studioId: id, limit: z.number().int().min(1).max(MEMBER_LIMIT_MAX).nullable() }),
    output: nothing,
  },
  /** `CONFLICT` for whoever is in the group, or proposed already. */
  'membership.propose': {
    input: z.object({ studioId: id, personId: id, reason: reason.refine((text) => text !== '') }),
    output: z.object({ membershipId: id }),
  },
  /** By the master, until the office has decided. */
  'membership.withdraw': { input: seen.extend({ studioId: id }), output: nothing },
  /** By the teacher who was proposed. */
  'membership.answer': {
    input: seen.extend({ answer: z.enum(['consent', 'decline']), reason: reason.default('') }),
    output: nothing,
  },
  /** One's own. */
  'membership.leave': { input: seen.extend({ reason: reason.default('') }), output: nothing },
  /** By the master. */
  'membership.remove': {
    input: seen.extend({ studioId: id, reason: reason.refine((text) => text !== '') }),
    output: nothing,
  },
  /** What waits for one's own answer. */
  'memberships.mine': { input: nothing, output: z.object({ items: z.array(ownProposal) }) },
  /** Oldest first. */
  'memberships.to-decide': {
    input: z.object({
      cursor,
      limit: z.number().int().min(1).max(PROPOSALS_AT_ONCE).default(30),
    }),
    output: z.object({ items: z.array(proposalToDecide), nextCursor: z.string().nullable(), total: z.number().int() }),
  },
  /** Each by itself: what cannot be done any more is named, with why, and the others are done. */
  'memberships.decide': {
    input: z.object({
      decision: z.enum(['confirm', 'refuse']),
      reason: reason.default(''),
      memberships: z.array(seen).min(1).max(PROPOSALS_AT_ONCE),
    }),
    output: z.object({ done: z.number().int(), undone: z.array(z.object({ membershipId: id, why: z.string() })) }),
  },
} as const
