import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ApplicationDecision, DecisionResult, MendingNotes } from '#core/contract/applications.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { RequestError } from '#app/_client/request-error.ts'

export interface Verdict {
  decision: ApplicationDecision
  reason: string
  notes: MendingNotes
}

type State = { status: 'idle' } | { status: 'sending' } | { status: 'failed'; message: string }

/** Sends one decision about one application or many. Null where nothing is known of what came of it; the reason is on the page then. */
export function useDecide() {
  const errors = useTranslations('common.errors')
  const [state, setState] = useState<State>({ status: 'idle' })
  const decide = async (
    items: readonly { applicationId: string; version: number }[],
    verdict: Verdict,
  ): Promise<readonly DecisionResult[] | null> => {
    setState({ status: 'sending' })
    try {
      const { results } = await httpRequest('applications.decide', {
        items: items.map(({ applicationId, version }) => ({ applicationId, version })),
        ...verdict,
      })
      setState({ status: 'idle' })
      return results
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      setState({ status: 'failed', message: errors(error.code) })
      return null
    }
  }
  return {
    decide,
    isSending: state.status === 'sending',
    failure: state.status === 'failed' ? state.message : undefined,
  }
}
