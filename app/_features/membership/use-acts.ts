import { useLocale, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { HttpInput, HttpOutput, HttpRequestName } from '#core/contract/http-requests.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { RequestError } from '#app/_client/request-error.ts'

/** What is done on these pages: sent one at a time; the page then shows what is on disk, also after a refusal. */
export function useActs() {
  const errors = useTranslations('common.errors')
  const locale = useLocale()
  const router = useRouter()
  const [isSending, setIsSending] = useState(false)
  const [isReading, startReading] = useTransition()
  const [failure, setFailure] = useState<string | null>(null)

  /** Null where it was refused; why is in `failure`. */
  const act = async <N extends HttpRequestName>(name: N, input: HttpInput<N>): Promise<HttpOutput<N> | null> => {
    setIsSending(true)
    setFailure(null)
    try {
      return await httpRequest(name, input)
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      setFailure(locale === 'zh-CN' ? error.message : errors(error.code))
      return null
    } finally {
      setIsSending(false)
      startReading(() => router.refresh())
    }
  }
  return { act, isBusy: isSending || isReading, failure }
}
export type Act = ReturnType<typeof useActs>['act']
