'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { ErrorCode } from '#core/contract/errors.ts'
import { buttonStyle } from '#app/_ui/button-style.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { PlainField } from './plain-field.tsx'
import type { AccountField, Mistakes } from './submit-account.ts'

type AccountFormProps =
  | { purpose: 'set-up'; link: string }
  /** `username`: whose password it is, for the browser's own memory. */
  | { purpose: 'set-password'; link: string; username: string }

type State =
  | { status: 'idle' }
  | { status: 'busy' }
  | { status: 'refused'; mistakes: Mistakes }
  | { status: 'failed'; code: ErrorCode }

/** Who one is, and the password twice. Whatever goes wrong, what was typed stays. */
export function AccountForm(props: AccountFormProps) {
  const { purpose, link } = props
  const t = useTranslations('account')
  const errors = useTranslations('common.errors')
  const form = useRef<HTMLFormElement>(null)
  const [state, setState] = useState<State>({ status: 'idle' })

  useEffect(() => {
    if (state.status === 'refused') form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [state])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (state.status === 'busy') return
    const data = new FormData(event.currentTarget)
    setState({ status: 'busy' })
    const client = await loadClient()
    if (client === null) {
      setState({ status: 'failed', code: 'UNAVAILABLE' })
      return
    }
    const result = await client.submitAccount(readValues(data), { purpose, link })
    switch (result.kind) {
      case 'done':
        // A full load: every part of the page is made anew for the person.
        window.location.assign(result.next)
        return
      case 'mistakes':
        setState({ status: 'refused', mistakes: result.mistakes })
        return
      case 'failed':
        setState({ status: 'failed', code: result.code })
        return
      default:
        result satisfies never
    }
  }

  const field = (name: AccountField) => {
    const mistake = state.status === 'refused' ? state.mistakes[name] : undefined
    return {
      name,
      label: t(`fields.${name}`),
      required: true,
      ...(mistake === undefined ? {} : { error: t(`mistakes.${mistake}`) }),
    }
  }
  const secret = { type: 'password', autoComplete: 'new-password', maxLength: 200 } as const
  const plain = { autoCapitalize: 'none', spellCheck: false } as const
  return (
    // By POST: what is sent before the script has come must not stand in an address.
    <form
      ref={form}
      method="post"
      onSubmit={(event) => void submit(event)}
      noValidate
      className="flex flex-col gap-4.5"
    >
      {purpose === 'set-up' ? (
        <>
          <PlainField {...field('organisation')} hint={t('hints.organisation')} autoComplete="organization" autoFocus />
          <PlainField {...field('name')} autoComplete="name" maxLength={20} />
          <PlainField {...field('username')} hint={t('hints.username')} {...plain} autoComplete="username" />
        </>
      ) : (
        <input type="hidden" name="username" autoComplete="username" value={props.username} />
      )}
      <PlainField
        {...field('password')}
        {...secret}
        hint={t('hints.password')}
        autoFocus={purpose === 'set-password'}
      />
      <PlainField {...field('again')} {...secret} />
      <p role="alert" className="flex gap-1.5 text-meta text-ochre empty:hidden">
        {state.status === 'failed' && (
          <>
            <Icon of={TriangleAlert} size="small" className="mt-0.5" />
            <span>{state.code === 'NOT_FOUND' ? t(`closed.${purpose}`) : errors(state.code)}</span>
          </>
        )}
      </p>
      <button
        type="submit"
        aria-disabled={state.status === 'busy'}
        className={buttonStyle({ tone: 'primary', size: 'big', isWide: true })}
      >
        {state.status === 'busy' ? t('busy') : t(`submit.${purpose}`)}
      </button>
    </form>
  )
}

function readValues(data: FormData): Record<AccountField, string> {
  const read = (name: AccountField) => {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    organisation: read('organisation'),
    name: read('name'),
    username: read('username'),
    password: read('password'),
    again: read('again'),
  }
}

/** What sends the form comes only when it is needed. Null where the network is gone and it did not come. */
async function loadClient() {
  try {
    return await import('./submit-account.ts')
  } catch {
    return null
  }
}
