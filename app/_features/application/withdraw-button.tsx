'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { httpRequest } from '#app/_client/http-client.ts'
import { RequestError } from '#app/_client/request-error.ts'
import { Button } from '#app/_ui/button.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'

/** Takes an application back that nobody has decided on. It becomes a draft again, so there is nothing to ask. */
export function WithdrawButton({ applicationId, version }: { applicationId: string; version: number }) {
  const t = useTranslations('application')
  const errors = useTranslations('common.errors')
  const router = useRouter()
  const [state, setState] = useState<{ status: 'idle' | 'busy' } | { status: 'failed'; message: string }>({
    status: 'idle',
  })
  const withdraw = async () => {
    setState({ status: 'busy' })
    try {
      await httpRequest('application.withdraw', { applicationId, version })
      setState({ status: 'idle' })
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      setState({ status: 'failed', message: errors(error.code) })
    }
    // Also after a refusal: somebody has decided.
    router.refresh()
  }
  return (
    <>
      <Button busyLabel={state.status === 'busy' ? t('withdrawing') : undefined} onPress={() => void withdraw()}>
        {t('withdraw')}
      </Button>
      {state.status === 'failed' && <ErrorNotice className="mt-3">{state.message}</ErrorNotice>}
    </>
  )
}
