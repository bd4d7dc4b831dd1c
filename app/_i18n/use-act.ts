'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { HttpInput, HttpOutput, HttpRequestName } from '#core/contract/http-requests.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { RequestError } from '#app/_client/request-error.ts'

/** One request at a time; why it was refused stays until the next one. */
export function useAct() {
  const errors = useTranslations('common.errors')
  const locale = useLocale()
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<{ message: string; field: string | undefined }>()

  /** Null where it was refused. */
  const act = async <N extends HttpRequestName>(name: N, input: HttpInput<N>): Promise<HttpOutput<N> | null> => {
    setIsBusy(true)
    setFailure(undefined)
    try {
      return await httpRequest(name, input)
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      setFailure({ message: locale === 'zh-CN' ? error.message : errors(error.code), field: error.field })
      return null
    } finally {
      setIsBusy(false)
    }
  }
  return { act, isBusy, failure }
}
