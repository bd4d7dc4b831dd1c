'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Button } from '#app/_ui/button.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { useAct } from '#app/_i18n/use-act.ts'

/** 已阅: asked once, at the end of the text. */
export function ConfirmReading({ announcementId }: { announcementId: string }) {
  const t = useTranslations('announcement.confirm')
  const router = useRouter()
  const { act, isBusy, failure } = useAct()
  const confirm = async () => {
    if ((await act('announcement.confirm', { announcementId })) !== null) router.refresh()
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <Button tone="primary" onPress={() => void confirm()} busyLabel={isBusy ? t('busy') : undefined}>
        {t('button')}
      </Button>
      <p className="text-meta text-ink-3">{t('ask')}</p>
      {failure !== undefined && <ErrorNotice>{t('failed')}</ErrorNotice>}
    </div>
  )
}
