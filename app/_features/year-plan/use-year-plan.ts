import { useState } from 'react'
import type { ErrorCode } from '#core/contract/errors.ts'
import type { HttpInput, HttpOutput, HttpRequestName } from '#core/contract/http-requests.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { RequestError } from '#app/_client/request-error.ts'

export type YearPlanView = HttpOutput<'year-plan.get'>
export type YearPlanWrite = Exclude<Extract<HttpRequestName, `year-plan.${string}`>, 'year-plan.get'>

/** Why something was not saved; `field` names the input at fault, where one is. */
export type Refusal = { code: ErrorCode; field: string | undefined }
export type Send = <N extends YearPlanWrite>(name: N, input: HttpInput<N>) => Promise<Refusal | null>

/** One plan: each change is sent by itself, and the page then shows what is on disk, also after a refusal. */
export function useYearPlan(first: YearPlanView, { year }: { year: number }) {
  const [view, setView] = useState(first)
  const [status, setStatus] = useState<'idle' | 'saving' | 'saved'>('idle')
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const send: Send = async (name, input) => {
    setStatus('saving')
    setRefusal(null)
    let refused: Refusal | null = null
    try {
      await httpRequest(name, input)
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      refused = { code: error.code, field: error.field }
      setRefusal(refused)
    }
    try {
      setView(await httpRequest('year-plan.get', { studioId: first.studio.id, year }))
    } catch {
      // What was shown stays; what was sent was answered above.
    }
    setStatus(refused === null ? 'saved' : 'idle')
    return refused
  }

  return { view, status, refusal, send }
}
