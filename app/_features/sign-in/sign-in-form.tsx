'use client'

import { useState, type FormEvent } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'

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
    const username = new FormData(event.currentTarget).get('username')
    if (typeof username !== 'string' || username.trim() === '' || password === '') {
      setState({ status: 'failed', failure: 'missing', minutes: 0 })
      return
    }
    setState({ status: 'busy' })
    const { signIn } = await import('#app/_client/sign-in.ts')
    const { RequestError } = await import('#app/_client/request-error.ts')
    try {
      await signIn({ username, password })
      // A full load: every part of the page is made anew for the person.
      window.location.assign(next)
    } catch (error) {
      setPassword('')
      const minutes = error instanceof RequestError ? Math.ceil((error.retryAfterMs ?? MINUTE_MS) / MINUTE_MS) : 1
      setState({
        status: 'failed',
        failure: failureOf(error instanceof RequestError ? error.code : 'INTERNAL'),
        minutes,
      })
    }
  }

  const failure = state.status === 'failed' ? state : undefined
  const message =
    failure === undefined ? undefined : texts.failures[failure.failure].replace('#', String(failure.minutes))
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4.5">
      <TextField
        label={texts.username}
        name="username"
        autoComplete="username"
        // The page has one purpose, and this is where it begins.
        autoFocus
        maxLength={100}
        isRequired
      />
      <TextField
        label={texts.password}
        name="password"
        type="password"
        autoComplete="current-password"
        maxLength={200}
        value={password}
        onChange={setPassword}
        isRequired
        error={message}
      />
      <p role="alert" className="sr-only">
        {message}
      </p>
      <Button
        type="submit"
        tone="primary"
        size="big"
        isWide
        busyLabel={state.status === 'busy' ? texts.busy : undefined}
      >
        {texts.submit}
      </Button>
    </form>
  )
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
