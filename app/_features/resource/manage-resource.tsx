'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { useAct } from '#app/_i18n/use-act.ts'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { AddVersion } from './add-version.tsx'

const REASON_MAX_CHARS = 200

type Question = 'publish' | 'return' | 'withdraw' | 'discard'

type ManageResourceProps = {
  resourceId: string
  version: number
  /** Whoever leads the studio publishes their own at once. */
  publishesAtOnce: boolean
  may: HttpOutput<'resource.get'>['may']
}

/** What whoever looks may do with it as it stands. */
export function ManageResource({ resourceId, version, publishesAtOnce, may }: ManageResourceProps) {
  const t = useTranslations('resource.manage')
  const router = useRouter()
  const { act, isBusy, failure } = useAct()
  const [asked, setAsked] = useState<Question | null>(null)
  const [reason, setReason] = useState('')
  const seen = { resourceId, version }
  const needsReason = asked === 'return' || asked === 'withdraw'

  const submit = async () => {
    if ((await act('resource.submit', seen)) !== null) done()
  }
  const answer = async (question: Question) => {
    switch (question) {
      case 'publish':
        return may.decide
          ? await act('resource.decide', { ...seen, decision: { to: 'published' } })
          : await act('resource.submit', seen)
      case 'return':
        return await act('resource.decide', { ...seen, decision: { to: 'returned', reason } })
      case 'withdraw':
        return await act('resource.withdraw', { ...seen, reason })
      case 'discard':
        return await act('resource.discard', seen)
      default:
        return question satisfies never
    }
  }
  const confirm = async (question: Question) => {
    if ((await answer(question)) === null) return
    if (question === 'discard') router.push('/resources?show=own')
    else done()
  }
  const done = () => {
    setAsked(null)
    setReason('')
    router.refresh()
  }
  const publishes = may.decide || (may.submit && publishesAtOnce)
  return (
    <div className="flex flex-wrap gap-3 print:hidden">
      {publishes && (
        <Button tone="primary" onPress={() => setAsked('publish')}>
          {t('publish')}
        </Button>
      )}
      {may.submit && !publishesAtOnce && (
        <Button tone="primary" busyLabel={isBusy ? t('busy') : undefined} onPress={() => void submit()}>
          {t('submit')}
        </Button>
      )}
      {may.decide && <Button onPress={() => setAsked('return')}>{t('return')}</Button>}
      {may.change && <LinkButton href={`/resources/${resourceId}/edit`}>{t('edit')}</LinkButton>}
      {may.addVersion && <AddVersion resourceId={resourceId} onAdded={done} />}
      {may.withdraw && (
        <Button tone="ghost" onPress={() => setAsked('withdraw')}>
          {t('withdraw')}
        </Button>
      )}
      {may.discard && (
        <Button tone="ghost" onPress={() => setAsked('discard')}>
          {t('discard')}
        </Button>
      )}
      {failure !== undefined && asked === null && (
        <ErrorNotice className="w-full">{t('failed', { message: failure.message })}</ErrorNotice>
      )}
      <Dialog
        isOpen={asked !== null}
        onOpenChange={(isOpen) => !isOpen && setAsked(null)}
        title={asked === null ? '' : t(`${asked}Title`)}
        actions={(close) => (
          <>
            <Button onPress={close}>{t('keep')}</Button>
            {asked !== null && (
              <Button
                tone={asked === 'publish' ? 'primary' : 'danger'}
                isDisabled={needsReason && reason.trim() === ''}
                busyLabel={isBusy ? t('busy') : undefined}
                onPress={() => void confirm(asked)}
              >
                {t(asked)}
              </Button>
            )}
          </>
        )}
      >
        {asked !== null && <p>{t(`${asked}Text`)}</p>}
        {needsReason && (
          <TextArea
            className="pt-4"
            label={t('reason')}
            value={reason}
            onChange={setReason}
            maxLength={REASON_MAX_CHARS}
            rows={2}
          />
        )}
        {failure !== undefined && (
          <ErrorNotice className="mt-4">{t('failed', { message: failure.message })}</ErrorNotice>
        )}
      </Dialog>
    </div>
  )
}
