import { useRef, useState } from 'react'
import type { ErrorCode } from '#core/contract/errors.ts'
import type { HttpInput, HttpOutput, HttpRequestName } from '#core/contract/http-requests.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { RequestError } from '#app/_client/request-error.ts'

export type YearPlanView = HttpOutput<'year-plan.get'>
export type YearPlanWrite = Exclude<
  Extract<HttpRequestName, `year-plan.${string}`>,
  'year-plan.get' | 'year-plan.linkable'
>

/** Why something was not saved; `field` names the input at fault, where one is. */
export type Refusal = { code: ErrorCode; field: string | undefined }
export type Send = <N extends YearPlanWrite>(name: N, input: HttpInput<N>) => Promise<Refusal | null>

/** One plan: changes are sent one after the other, and the page then shows what is on disk, also after a refusal. */
export function useYearPlan(first: YearPlanView, { year }: { year: number }) {
  const [view, setView] = useState(first)
  const [status, setStatus] = useState<'idle' | 'saving' | 'saved'>('idle')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const newest = useRef(first)
  const before = useRef<Promise<unknown>>(Promise.resolve())

  const sendNow: Send = async (name, input) => {
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
      newest.current = await httpRequest('year-plan.get', { studioId: first.studio.id, year })
      setView(newest.current)
    } catch {
      // What was shown stays; what was sent was answered above.
    }
    setStatus(refused === null ? 'saved' : 'idle')
    return refused
  }

  const send: Send = (name, input) => {
    const sent = before.current.then(() => sendNow(name, input))
    // Whoever called is told of a failure; the next in the line is not kept from being sent.
    before.current = sent.catch(() => undefined)
    return sent
  }

  /** The version of what was read last, also before React has shown it. */
  const newestVersion = () => newest.current.plan?.version ?? 0

  return { view, status, refusal, send, newestVersion }
}
