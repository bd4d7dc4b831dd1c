import { createHash } from 'node:crypto'
import { AppError } from '#core/contract/errors.ts'
import { signInInput } from '#core/contract/sign-in.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { CLIENT_ADDRESS_HEADER, type AttemptLimiter, type Identity } from '#server/usecases/identity/ports.ts'
import type { BaseDeps } from '#server/usecases/ports.ts'
import { done, refused } from './answer.ts'
import { guestCookie, readGuestKey } from './cookies.ts'
import type { Auth } from './create-auth.ts'
import { isSameOrigin } from './same-origin.ts'

/** Somebody guessing at one account is stopped early; a school behind one address signs in together at seven. */
const PER_ACCOUNT = { max: 10, windowMs: 10 * 60_000 } as const
const PER_ADDRESS = { max: 100, windowMs: 10 * 60_000 } as const
const BODY_MAX_BYTES = 4_096

export interface IdentityOptions extends BaseDeps {
  auth: Auth
  limiter: AttemptLimiter
  publicUrl: URL
  /** The person of an account, with the roles that count now; null when the account is nobody's. */
  personOf: (userId: string) => Promise<Actor | null>
}

/** The door for people. Only failed attempts to sign in count against the limits. */
export function createIdentity({ auth, limiter, publicUrl, personOf, ids, log }: IdentityOptions): Identity {
  const secure = publicUrl.protocol === 'https:'

  /** Only what better-auth needs, at the address it believes in: the origin has been checked here. */
  const inner = (path: string, { headers, body }: { headers: Headers; body: unknown }) => {
    const passed = new Headers({ 'content-type': 'application/json', origin: publicUrl.origin })
    for (const name of ['cookie', 'user-agent', CLIENT_ADDRESS_HEADER]) {
      const value = headers.get(name)
      if (value !== null) passed.set(name, value)
    }
    const url = new URL(`/api/auth${path}`, publicUrl)
    return auth.handler(new Request(url, { method: 'POST', headers: passed, body: JSON.stringify(body) }))
  }

  const signIn = async (request: Request): Promise<Response> => {
    const text = await request.text()
    const input = signInInput.safeParse(text.length > BODY_MAX_BYTES ? null : parseJson(text))
    if (!input.success) return refused(new AppError('INVALID', '请填写用户名和密码。'), { status: 400 })
    const { username, password } = input.data
    const account = `sign-in:account:${digest(username.trim().toLowerCase())}`
    const address = `sign-in:address:${request.headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown'}`
    for (const [key, rule] of [
      [address, PER_ADDRESS],
      [account, PER_ACCOUNT],
    ] as const) {
      const counted = await limiter.consume(key, rule)
      if (counted.allowed) continue
      log.warn({ key }, 'sign_in_limited')
      const error = new AppError('RATE_LIMITED', '试的次数太多了，请过几分钟再试。', {
        retryAfterMs: counted.retryAfterMs,
      })
      return refused(error, { status: 429 })
    }
    const answer = await inner('/sign-in/username', {
      headers: request.headers,
      body: { username: username.trim(), password },
    })
    if (answer.status === 401) {
      return refused(new AppError('UNAUTHENTICATED', '用户名或密码不对。'), { status: 401 })
    }
    if (!answer.ok) throw new Error(`better-auth answered ${answer.status} to a sign-in`)
    await Promise.all([limiter.forget(account), limiter.giveBack(address)])
    return done({ cookies: answer.headers.getSetCookie() })
  }

  const signOut = async (request: Request): Promise<Response> => {
    const answer = await inner('/sign-out', { headers: request.headers, body: {} })
    return done({ cookies: answer.headers.getSetCookie() })
  }

  return {
    handle: async (request) => {
      const path = new URL(request.url).pathname
      if (request.method !== 'POST' || (path !== '/api/auth/sign-in' && path !== '/api/auth/sign-out')) {
        return refused(new AppError('NOT_FOUND', '没有这个地址。'), { status: 404 })
      }
      if (!isSameOrigin(request.headers, { publicUrl })) {
        return refused(new AppError('FORBIDDEN', '请从同课的页面登录。'), { status: 403 })
      }
      return path === '/api/auth/sign-in' ? signIn(request) : signOut(request)
    },

    actorOf: async (headers) => {
      const guest: Actor = { kind: 'guest', guestKey: readGuestKey(headers) }
      if (!headers.has('cookie')) return guest
      const found = await auth.api.getSession({ headers })
      return (found === null ? null : await personOf(found.user.id)) ?? guest
    },

    isOwnPage: (headers) => isSameOrigin(headers, { publicUrl }),

    newGuestCookie: () => guestCookie(ids.secret(), { secure }),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: the schema says no to it.
    return undefined
  }
}

/** Names stay out of the table of counters. */
const digest = (text: string) => createHash('sha256').update(text).digest('base64url')
