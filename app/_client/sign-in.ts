import type { SignInInput } from '#core/contract/sign-in.ts'
import { postJson } from './post-json.ts'

/** The session comes as a cookie. Throws `RequestError`: `UNAUTHENTICATED` for a wrong name or password alike, `RATE_LIMITED`. */
export async function signIn(input: SignInInput): Promise<void> {
  await postJson('/api/auth/sign-in', input)
}

export async function signOut(): Promise<void> {
  await postJson('/api/auth/sign-out', {})
}

/** Makes sure that a guest is known again after losing the connection; for people with an account nothing changes. */
export async function becomeGuest(): Promise<void> {
  await postJson('/api/guest', {})
}
