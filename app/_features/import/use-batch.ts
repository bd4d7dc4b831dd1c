import { useEffect, useState } from 'react'
import type { HttpInput } from '#core/contract/http-requests.ts'
import type { ErrorCode } from '#core/contract/errors.ts'
import type { ImportDetail } from '#core/contract/imports.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { RequestError } from '#app/_client/request-error.ts'

const LOOK_EVERY_MS = 700

type Deciding = 'import.confirm' | 'import.take-back' | 'import.check-again'

const isRunning = ({ state }: ImportDetail) => state === 'writing' || state === 'taking-back'

/** One batch, followed while a job has it; and what may be decided about it. */
export function useBatch(first: ImportDetail) {
  const [batch, setBatch] = useState(first)
  const [busy, setBusy] = useState<Deciding | null>(null)
  const [failure, setFailure] = useState<ErrorCode | null>(null)
  const { id } = first
  const running = isRunning(batch)

  useEffect(() => {
    if (!running) return
    const abort = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      try {
        const now = await httpRequest('import.get', { batchId: id }, { signal: abort.signal })
        setBatch(now)
      } catch {
        // Not reached just now: the job goes on, and the next look tells.
      }
      if (!abort.signal.aborted) timer = setTimeout(() => void look(), LOOK_EVERY_MS)
    }
    timer = setTimeout(() => void look(), LOOK_EVERY_MS)
    return () => {
      abort.abort()
      clearTimeout(timer)
    }
  }, [id, running])

  const decide = async <N extends Deciding>(name: N, input: HttpInput<N>): Promise<void> => {
    if (busy !== null) return
    setBusy(name)
    setFailure(null)
    try {
      await httpRequest(name, input)
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      setFailure(error.code)
    }
    try {
      // Also after a refusal: somebody else may have decided.
      setBatch(await httpRequest('import.get', { batchId: id }))
    } catch {
      // What was shown stays, with the failure beside it.
    }
    setBusy(null)
  }

  return { batch, busy, failure, decide }
}
