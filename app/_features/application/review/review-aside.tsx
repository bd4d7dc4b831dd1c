import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { ApplicationCard, ApplicationDecision, ApplicationDetail } from '#core/contract/applications.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { Button } from '#app/_ui/button.tsx'
import { LoadingHairlines } from '#app/_ui/loading-hairlines.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { ReviewDetail } from './review-detail.tsx'

/** `isMain`: nothing is selected, so that this is what is decided on. */
type ReviewAsideProps = { card: ApplicationCard; isMain: boolean; onDecide: (decision: ApplicationDecision) => void }

type Loaded = { key: string; detail: ApplicationDetail | null }

/** The whole application beside the list, read when it is looked at. */
export function ReviewAside({ card, isMain, onDecide }: ReviewAsideProps) {
  const t = useTranslations('application.review')
  const { applicationId, version } = card
  const key = `${applicationId} ${version}`
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    httpRequest('application.get', { applicationId }, { signal: abort.signal }).then(
      (detail) => setLoaded({ key, detail }),
      () => {
        if (!abort.signal.aborted) setLoaded({ key, detail: null })
      },
    )
    return () => abort.abort()
  }, [applicationId, key])
  const isThere = loaded?.key === key
  return (
    <>
      <h2 className="font-song text-h3 leading-8 font-semibold">{card.name}</h2>
      <p className="text-ink-2">{t('by', { name: card.applicantName, school: card.schoolName })}</p>
      {card.decisions.length > 0 && (
        <p className="mt-3 flex flex-wrap gap-2">
          {card.decisions.map((decision) => (
            <Button
              key={decision}
              size="small"
              tone={decision !== 'approve' ? 'ghost' : isMain ? 'primary' : 'secondary'}
              onPress={() => onDecide(decision)}
            >
              {t(`do.${decision}`)}
            </Button>
          ))}
        </p>
      )}
      <div className="mt-5">
        {!isThere && <LoadingHairlines label={t('loading')} rows={6} rowPx={40} />}
        {isThere && loaded.detail === null && <ErrorNotice>{t('notLoaded')}</ErrorNotice>}
        {isThere && loaded.detail !== null && <ReviewDetail detail={loaded.detail} />}
      </div>
    </>
  )
}
