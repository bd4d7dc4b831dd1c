import { hash, verify } from '@node-rs/argon2'

/** OWASP's password storage sheet: argon2id with 19 MiB, two passes, one lane. The algorithm is the library's default. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const PASSWORD_MAX_CHARS = 200

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID)

/** Kept for an account whose password nobody has chosen yet: no password verifies against it. As in /etc/shadow. */
export const UNSET_PASSWORD = '!'

/**
 * False also when the stored hash is not one, and then no sooner: how long it takes does not tell which accounts still
 * wait for their first password.
 */
export async function verifyPassword({ hash: stored, password }: { hash: string; password: string }): Promise<boolean> {
  if (stored.startsWith('$argon2id$')) return verify(stored, password)
  await hashPassword(password)
  return false
}
