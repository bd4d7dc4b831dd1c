'use client'

import { TriangleAlert } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { buttonStyle } from '#app/_ui/button-style.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { plainBox, plainLabel } from '#app/_ui/plain-field.ts'

type Failure = 'wrong' | 'limited' | 'offline' | 'failed' | 'missing'

export type SignInTexts = {
  username: string
  password: string
  submit: string
  busy: string
  failures: Record<Failure, string>
}

type SignInFormProps = {
  /** A path of our own. */
  next: string
  texts: SignInTexts
}

const MINUTE_MS = 60_000

/** Name and password. What was typed as a name stays, whatever happens. */
export function SignInForm({ next, texts }: SignInFormProps) {
  const [state, setState] = useState<
    { status: 'idle' } | { status: 'busy' } | { status: 'failed'; failure: Failure; minutes: number }
  >({ status: 'idle' })
  const [password, setPassword] = useState('')

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (state.status === 'busy') return
    const username = new FormData(event.currentTarget).get('username')
    if (typeof username !== 'string' || username.trim() === '' || password === '') {
      setState({ status: 'failed', failure: 'missing', minutes: 0 })
      return
    }
    setState({ status: 'busy' })
    const client = await loadClient()
    if (client === null) {
      setState({ status: 'failed', failure: 'offline', minutes: 0 })
      return
    }
    const { signIn, RequestError } = client
    try {
      await signIn({ username, password })
      // A full load: every part of the page is made anew for the person.
      window.location.assign(next)
    } catch (error) {
      const code = error instanceof RequestError ? error.code : 'INTERNAL'
      // Where nobody looked at the password there is nothing to type again.
      if (code !== 'UNAVAILABLE') setPassword('')
      const minutes = error instanceof RequestError ? Math.ceil((error.retryAfterMs ?? MINUTE_MS) / MINUTE_MS) : 1
      setState({ status: 'failed', failure: failureOf(code), minutes })
    }
  }

  const failure = state.status === 'failed' ? state : undefined
  const message =
    failure === undefined ? undefined : texts.failures[failure.failure].replace('#', String(failure.minutes))
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4.5">
      <label className="block">
        <span className={plainLabel}>{texts.username}</span>
        <input
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          // The page has one purpose, and this is where it begins.
          autoFocus
          maxLength={100}
          required
          className={plainBox}
        />
      </label>
      <div>
        <label className="block">
          <span className={plainLabel}>{texts.password}</span>
          <input
            name="password"
            type="password"
            autoComplete="current-password"
            maxLength={200}
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            aria-invalid={message !== undefined}
            aria-describedby="sign-in-failure"
            className={plainBox}
          />
        </label>
        <p id="sign-in-failure" role="alert" className="mt-1.5 flex gap-1.5 text-meta text-ochre empty:hidden">
          {message !== undefined && (
            <>
              <Icon of={TriangleAlert} size="small" className="mt-0.5" />
              <span>{message}</span>
            </>
          )}
        </p>
      </div>
      <button
        type="submit"
        aria-disabled={state.status === 'busy'}
        className={buttonStyle({ tone: 'primary', size: 'big', isWide: true })}
      >
        {state.status === 'busy' ? texts.busy : texts.submit}
      </button>
    </form>
  )
}

/** What sends the form comes only when it is needed. Null where the network is gone and it did not come. */
async function loadClient() {
  try {
    const [{ signIn }, { RequestError }] = await Promise.all([
      import('#app/_client/sign-in.ts'),
      import('#app/_client/request-error.ts'),
    ])
    return { signIn, RequestError }
  } catch {
    return null
  }
}

function failureOf(code: string): Failure {
  switch (code) {
    case 'UNAUTHENTICATED':
    case 'INVALID':
      return 'wrong'
    case 'RATE_LIMITED':
      return 'limited'
    case 'UNAVAILABLE':
      return 'offline'
    default:
      return 'failed'
  }
}
