import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { HttpInput, HttpOutput, HttpRequestName } from '#core/contract/http-requests.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { mistakenFields } from '#app/_client/mistaken-fields.ts'
import { RequestError } from '#app/_client/request-error.ts'

type State =
  | { status: 'idle' }
  | { status: 'sending' }
  | { status: 'refused'; mistakes: ReadonlyMap<string, string> }
  | { status: 'failed'; message: string }

/** One form of the office: sends it, and says at which field it is wrong. What was typed is the form's own. */
export function useSend() {
  const mistakeTexts = useTranslations('office.mistakes')
  const errors = useTranslations('common.errors')
  const [state, setState] = useState<State>({ status: 'idle' })

  const refuse = (fields: Iterable<string>) =>
    setState({ status: 'refused', mistakes: new Map([...fields].map((field) => [field, mistakeTexts(field)])) })

  /** Null where it was refused; the reason is on the page then. */
  const send = async <N extends HttpRequestName>(name: N, input: HttpInput<N>): Promise<HttpOutput<N> | null> => {
    if (state.status === 'sending') return null
    const wrong = mistakenFields(name, input)
    if (wrong.size > 0) {
      refuse(wrong)
      return null
    }
    setState({ status: 'sending' })
    try {
      const output = await httpRequest(name, input)
      setState({ status: 'idle' })
      return output
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      const isTaken = error.code === 'CONFLICT' && error.field === 'username'
      if (isTaken) refuse(['taken'])
      else if (error.field === undefined || error.code === 'CONFLICT') {
        setState({ status: 'failed', message: errors(error.code) })
      } else refuse([error.field])
      return null
    }
  }

  return {
    send,
    isSending: state.status === 'sending',
    failure: state.status === 'failed' ? state.message : undefined,
    mistakes: state.status === 'refused' ? state.mistakes : undefined,
    errorOf: (field: string) => (state.status === 'refused' ? state.mistakes.get(field) : undefined),
  }
}
