import type { LinkPurpose } from '#core/domain/identity/one-time-link.ts'
import type { Actor } from '#core/domain/policy/actor.ts'

/** Set by the process on every request that it takes, over whatever the client wrote there. */
export const CLIENT_ADDRESS_HEADER = 'x-tongke-address'

export interface Identity {
  /** Answers `/api/auth/*`: signing in and out. Everything else there is NOT_FOUND. */
  handle(request: Request): Promise<Response>
  /** Who sends these headers, by the cookies among them. Never rejects for what a client sent. */
  actorOf(headers: Headers): Promise<Actor>
  /** Does a request with these headers come from a page of ours, or from a program without a browser's cookies? */
  isOwnPage(headers: Headers): boolean
  /** A `Set-Cookie` value that makes a passer-by a guest who is known again. */
  newGuestCookie(): string
}

export interface Accounts {
  /** Throws `CONFLICT` when the name is taken. */
  create(account: { username: string; password: string; name: string }): Promise<{ userId: string }>
  /** Ends every session of the person's account at once. */
  endSessionsOf(personId: string): Promise<void>
  usernameOf(personId: string): Promise<string | null>
  /** Of a person who has an account; sessions go on. */
  setPassword(personId: string, change: { password: string }): Promise<void>
}

/** A link is known by its secret, of which only a hash is kept. */
export interface OneTimeLinks {
  /** Takes the place of the one for the same purpose and subject. */
  put(given: { link: string; purpose: LinkPurpose; subject: string; expiresAtEpochMs: number }): Promise<void>
  find(link: string, asked: { purpose: LinkPurpose }): Promise<{ subject: string; expiresAtEpochMs: number } | null>
  /** As `find`, and it is gone; to one caller only, whatever races. */
  take(link: string, asked: { purpose: LinkPurpose }): Promise<{ subject: string; expiresAtEpochMs: number } | null>
}

/** What people hold open beside their sessions: the room's sockets, the plans' channels. */
export interface LiveConnections {
  /** Their rights are gone: everything of theirs on this node is told so and closed. */
  closePerson(personId: string): void
  /** Some of their rights are gone or new: channels on this node are asked anew. */
  recheckPerson(personId: string): void
  /** Who may do what in this activity has changed: channels on this node are asked anew. */
  recheckActivity(activityId: string): void
}

/** Counts attempts over a window that begins anew once nothing was counted for its whole length. */
export interface AttemptLimiter {
  consume(
    key: string,
    rule: { max: number; windowMs: number },
  ): Promise<{ allowed: true } | { allowed: false; retryAfterMs: number }>
  /** Takes one counted attempt back. */
  giveBack(key: string): Promise<void>
  forget(key: string): Promise<void>
}
