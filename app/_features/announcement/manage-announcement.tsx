'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { LinkButton } from '#app/_ui/link-button.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { useAct } from '#app/_i18n/use-act.ts'

const REASON_MAX_CHARS = 200

type ManageProps = {
  announcementId: string
  version: number
  audience: string
  may: { write: boolean; withdraw: boolean }
}

/** What whoever speaks for the sender may do with it as it stands. */
export function ManageAnnouncement({ announcementId, version, audience, may }: ManageProps) {
  const t = useTranslations('announcement.manage')
  const router = useRouter()
  const { act, isBusy, failure } = useAct()
  const [asked, setAsked] = useState<'publish' | 'discard' | 'withdraw' | null>(null)
  const [reason, setReason] = useState('')
  const seen = { announcementId, version }

  const publish = async () => {
    if ((await act('announcement.publish', seen)) !== null) done()
  }
  const withdraw = async () => {
    if ((await act('announcement.withdraw', { ...seen, reason })) !== null) done()
  }
  const discard = async () => {
    if ((await act('announcement.discard', seen)) !== null) router.push('/announcements?show=own')
  }
  const done = () => {
    setAsked(null)
    router.refresh()
  }
  const question = (which: 'publish' | 'discard' | 'withdraw', act: () => Promise<void>) => (
    <Dialog
      isOpen={asked === which}
      onOpenChange={(isOpen) => setAsked(isOpen ? which : null)}
      title={t(`${which}Title`)}
      actions={(close) => (
        <>
          <Button onPress={close}>{t('keep')}</Button>
          <Button
            tone={which === 'publish' ? 'primary' : 'danger'}
            isDisabled={which === 'withdraw' && reason.trim() === ''}
            busyLabel={isBusy ? t('busy') : undefined}
            onPress={() => void act()}
          >
            {t(which)}
          </Button>
        </>
      )}
    >
      <p>{which === 'publish' ? t('publishText', { audience }) : t(`${which}Text`)}</p>
      {which === 'withdraw' && (
        <TextArea
          className="pt-4"
          label={t('reason')}
          value={reason}
          onChange={setReason}
          maxLength={REASON_MAX_CHARS}
          rows={2}
        />
      )}
      {failure !== undefined && <ErrorNotice className="mt-4">{t('failed', { message: failure.message })}</ErrorNotice>}
    </Dialog>
  )
  return (
    <div className="flex flex-wrap gap-3">
      {may.write && (
        <>
          <Button tone="primary" onPress={() => setAsked('publish')}>
            {t('publish')}
          </Button>
          <LinkButton href={`/announcements/${announcementId}/edit`}>{t('edit')}</LinkButton>
          <Button tone="ghost" onPress={() => setAsked('discard')}>
            {t('discard')}
          </Button>
        </>
      )}
      {may.withdraw && <Button onPress={() => setAsked('withdraw')}>{t('withdraw')}</Button>}
      {question('publish', publish)}
      {question('discard', discard)}
      {question('withdraw', withdraw)}
    </div>
  )
}
