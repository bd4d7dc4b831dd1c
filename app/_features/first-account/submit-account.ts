import type { ErrorCode } from '#core/contract/errors.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { mistakenFields } from '#app/_client/mistaken-fields.ts'
import { RequestError } from '#app/_client/request-error.ts'
import { signIn } from '#app/_client/sign-in.ts'

export type AccountPurpose = 'set-up' | 'set-password'
export const ACCOUNT_FIELDS = {
  'set-up': ['organisation', 'name', 'username', 'password', 'again'],
  'set-password': ['password', 'again'],
} as const satisfies Record<AccountPurpose, readonly string[]>
export type AccountField = (typeof ACCOUNT_FIELDS)['set-up'][number]
/** `taken` and `differs` are about a field that is well-formed. */
export type Mistakes = Partial<Record<AccountField, AccountField | 'taken'>>

export type Submitted =
  { kind: 'done'; next: string } | { kind: 'mistakes'; mistakes: Mistakes } | { kind: 'failed'; code: ErrorCode }

const REQUESTS = { 'set-up': 'setup.found', 'set-password': 'password.set' } as const
const NEXT = { 'set-up': '/office', 'set-password': '/desk' } as const

/** Sends what was typed and signs in with it. Never rejects for what the server refuses. */
export async function submitAccount(
  values: Record<AccountField, string>,
  { purpose, link }: { purpose: AccountPurpose; link: string },
): Promise<Submitted> {
  const wrong = mistakenFields(REQUESTS[purpose], { ...values, link })
  const mistakes: Mistakes = {}
  for (const field of ACCOUNT_FIELDS[purpose]) if (wrong.has(field)) mistakes[field] = field
  if (mistakes.password === undefined && values.password !== values.again) mistakes.again = 'again'
  if (Object.keys(mistakes).length > 0) return { kind: 'mistakes', mistakes }
  try {
    const username = await send(values, { purpose, link })
    return { kind: 'done', next: await enter({ username, password: values.password }, NEXT[purpose]) }
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    const { code, field } = error
    return code === 'CONFLICT' && field === 'username'
      ? { kind: 'mistakes', mistakes: { username: 'taken' } }
      : { kind: 'failed', code }
  }
}

async function send(
  { organisation, name, username, password }: Record<AccountField, string>,
  { purpose, link }: { purpose: AccountPurpose; link: string },
): Promise<string> {
  switch (purpose) {
    case 'set-up':
      await httpRequest('setup.found', { link, organisation, name, username, password })
      return username
    case 'set-password':
      return (await httpRequest('password.set', { link, password })).username
    default:
      return purpose satisfies never
  }
}

/** The account stands and the link is used up: where signing in fails now, it is tried again on its own page. */
async function enter(account: { username: string; password: string }, next: string): Promise<string> {
  try {
    await signIn(account)
    return next
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    return `/sign-in?next=${encodeURIComponent(next)}`
  }
}
