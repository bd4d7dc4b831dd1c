// Without the adapters for other databases, and one plugin of many: the whole takes 0.2 s of every start.
import { betterAuth } from 'better-auth/minimal'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { username } from 'better-auth/plugins/username'
import type { Database } from '#server/adapters/postgres/database.ts'
import { CLIENT_ADDRESS_HEADER } from '#server/usecases/identity/ports.ts'
import { hashPassword, PASSWORD_MAX_CHARS, verifyPassword } from './passwords.ts'

const SESSION_SECONDS = 30 * 24 * 3_600
const SESSION_RENEWED_AFTER_SECONDS = 24 * 3_600

export interface AuthOptions {
  database: Database
  secret: string
  publicUrl: URL
}

/** better-auth over our tables. Not reached from outside but through `createIdentity`. */
export function createAuth({ database, secret, publicUrl }: AuthOptions) {
  return betterAuth({
    appName: '同课',
    secret,
    baseURL: publicUrl.origin,
    basePath: '/api/auth',
    trustedOrigins: [publicUrl.origin],
    database: prismaAdapter(database, { provider: 'postgresql', transaction: true }),
    session: {
      modelName: 'authSession',
      expiresIn: SESSION_SECONDS,
      updateAge: SESSION_RENEWED_AFTER_SECONDS,
      // Signing out everywhere takes effect at the next request, not when a cached copy runs out.
      cookieCache: { enabled: false },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1,
      maxPasswordLength: PASSWORD_MAX_CHARS,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    // Any name passes here, so that a name which cannot exist is answered like one which does not.
    plugins: [username({ minUsernameLength: 1, maxUsernameLength: 100, usernameValidator: () => true })],
    // Counted by createIdentity, for the account as well as for the address.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: 'tongke',
      useSecureCookies: publicUrl.protocol === 'https:',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
  })
}

export type Auth = ReturnType<typeof createAuth>
