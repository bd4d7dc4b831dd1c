'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import type { WaitingOrganisation } from '#core/contract/imports.ts'
import { clockWords, dayWords } from '#core/domain/activity/time-words.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { RequestError } from '#app/_client/request-error.ts'
import { Button } from '#app/_ui/button.tsx'
import { ComboBox } from '#app/_ui/combo-box.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { PasswordSlips } from './password-slips.tsx'

type SlipMakerProps = {
  batchId: string
  organisations: readonly WaitingOrganisation[]
  /** Where people open the product. */
  origin: string
}

type State =
  | { status: 'idle' }
  | { status: 'making' }
  | { status: 'failed'; message: string }
  | { status: 'made'; made: HttpOutput<'import.make-slips'>; organisation: string }

/** Links for everybody of one organisation, to be printed and cut. They are shown this once. */
export function SlipMaker({ batchId, organisations, origin }: SlipMakerProps) {
  const t = useTranslations('import.slips')
  const errors = useTranslations('common.errors')
  const locale = useLocale()
  const [organisationId, setOrganisationId] = useState<string | null>(organisations[0]?.id ?? null)
  const [state, setState] = useState<State>({ status: 'idle' })
  const make = async () => {
    if (organisationId === null || state.status === 'making') {
      if (organisationId === null) setState({ status: 'failed', message: t('pick') })
      return
    }
    setState({ status: 'making' })
    try {
      const made = await httpRequest('import.make-slips', { batchId, organisationId })
      const organisation = organisations.find(({ id }) => id === organisationId)?.name ?? ''
      setState({ status: 'made', made, organisation })
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      setState({ status: 'failed', message: errors(error.code) })
    }
  }
  const options = organisations.map(({ id, name, waiting }) => ({
    id,
    label: name,
    note: t('waiting', { count: waiting }),
  }))
  return (
    <>
      <div className="flex max-w-120 flex-col gap-4 print:hidden">
        <ComboBox
          label={t('organisation')}
          hint={t('warn')}
          emptyText={t('nobody')}
          options={options}
          value={organisationId}
          onChange={setOrganisationId}
        />
        <div>
          <Button
            tone={state.status === 'made' ? 'secondary' : 'primary'}
            busyLabel={state.status === 'making' ? t('busy') : undefined}
            onPress={() => void make()}
          >
            {t('make')}
          </Button>
        </div>
        {state.status === 'failed' && <ErrorNotice>{state.message}</ErrorNotice>}
      </div>
      {state.status === 'made' && (
        <div className="mt-8 print:mt-0">
          <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
            <p role="status">
              {t('made', { organisation: state.organisation, count: state.made.slips.length })}
              <span className="ml-3 text-meta text-ink-3">
                {t('until', { time: timeWords(state.made.expiresAt, locale) })}
              </span>
            </p>
            <Button tone="primary" onPress={() => window.print()}>
              {t('print')}
            </Button>
          </div>
          <PasswordSlips
            slips={state.made.slips}
            until={t('until', { time: timeWords(state.made.expiresAt, locale) })}
            origin={origin}
          />
        </div>
      )}
    </>
  )
}

function timeWords(instant: string, locale: string): string {
  const at = Date.parse(instant)
  return `${dayWords(at, locale)} ${clockWords(at)}`
}
