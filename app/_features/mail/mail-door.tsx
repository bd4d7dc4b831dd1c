'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { httpRequest } from '#app/_client/http-client.ts'
import { RequestError } from '#app/_client/request-error.ts'
import { Button } from '#app/_ui/button.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'

type MailDoorProps = { purpose: 'confirm' | 'stop'; secret: string }

type State = { status: 'asking' | 'busy' | 'closed' | 'failed' } | { status: 'done'; address: string }

/** What a link in a letter leads to: one button. Programs that look into every link of a letter press none. */
export function MailDoor({ purpose, secret }: MailDoorProps) {
  const t = useTranslations('mail')
  const [state, setState] = useState<State>({ status: 'asking' })
  const press = async () => {
    setState({ status: 'busy' })
    try {
      const { address } =
        purpose === 'confirm'
          ? await httpRequest('mail.confirm', { link: secret })
          : await httpRequest('mail.stop', { key: secret })
      setState({ status: 'done', address })
    } catch (failure) {
      if (!(failure instanceof RequestError)) throw failure
      setState({ status: failure.code === 'NOT_FOUND' || failure.code === 'INVALID' ? 'closed' : 'failed' })
    }
  }
  if (state.status === 'done') return <p role="status">{t(`${purpose}.doneText`, { address: state.address })}</p>
  if (state.status === 'closed') {
    return (
      <div role="alert" className="flex flex-col items-start gap-4">
        <p>{t('closed.text')}</p>
        <LinkButton href="/settings/mail">{t('closed.action')}</LinkButton>
      </div>
    )
  }
  return (
    <div className="flex flex-col items-start gap-4">
      <Button
        tone="primary"
        busyLabel={state.status === 'busy' ? t('address.saving') : undefined}
        onPress={() => void press()}
      >
        {t(`${purpose}.do`)}
      </Button>
      {state.status === 'failed' && (
        <p role="alert" className="text-ochre">
          {t('failed')}
        </p>
      )}
    </div>
  )
}
