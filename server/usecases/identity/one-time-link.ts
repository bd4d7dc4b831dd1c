import { AppError } from '#core/contract/errors.ts'
import { linkExpiry, linkStands, type LinkPurpose } from '#core/domain/identity/one-time-link.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import type { Clock, Ids } from '../ports.ts'
import type { AttemptLimiter, OneTimeLinks } from './ports.ts'

/** Nobody guesses 256 bits. This keeps who tries from costing anything; a staff room with old links behind one address goes on. */
const WRONG_PER_ADDRESS = { max: 30, windowMs: 10 * 60_000 } as const

export interface IssuedLink {
  /** 256 random bits. This is the only time that anybody sees them. */
  link: string
  expiresAtEpochMs: number
}

/** A link for one subject; the one given out before for the same is void. */
export async function issueLink(
  { links, ids, clock }: { links: OneTimeLinks; ids: Ids; clock: Clock },
  { purpose, subject }: { purpose: LinkPurpose; subject: string },
): Promise<IssuedLink> {
  const link = ids.secret()
  const expiresAtEpochMs = linkExpiry(purpose, { nowEpochMs: clock.nowEpochMs() })
  await links.put({ link, purpose, subject, expiresAtEpochMs })
  return { link, expiresAtEpochMs }
}

/**
 * Whom a presented link is for. Wrong, too old, used and replaced are all `NOT_FOUND`; too many of them from one address
 * are `RATE_LIMITED`.
 */
export async function assertLink(
  { links, limiter, clock }: { links: OneTimeLinks; limiter: AttemptLimiter; clock: Clock },
  actor: Actor,
  { link, purpose, address }: { link: string; purpose: LinkPurpose; address: string },
): Promise<{ subject: string }> {
  const key = `one-time-link:address:${address}`
  const counted = await limiter.consume(key, WRONG_PER_ADDRESS)
  if (!counted.allowed) {
    throw new AppError('RATE_LIMITED', '试的次数太多了，请过几分钟再试。', { retryAfterMs: counted.retryAfterMs })
  }
  const found = allowed(actor, await links.find(link, { purpose }), clock)
  await limiter.giveBack(key)
  return found
}

/** Uses a link up, within the transaction of what it is for: of several at once, one gets it. */
export async function takeLink(
  { links, clock }: { links: OneTimeLinks; clock: Clock },
  actor: Actor,
  { link, purpose }: { link: string; purpose: LinkPurpose },
): Promise<{ subject: string }> {
  return allowed(actor, await links.take(link, { purpose }), clock)
}

function allowed(actor: Actor, found: Awaited<ReturnType<OneTimeLinks['find']>>, clock: Clock): { subject: string } {
  const stands = found !== null && linkStands(found, { nowEpochMs: clock.nowEpochMs() })
  if (found === null || !can(actor, 'link.use', { kind: 'link', stands })) throw noSuchLink()
  return { subject: found.subject }
}

export const noSuchLink = () => new AppError('NOT_FOUND', '这个链接不能用：它用过了，或者过期了。')
