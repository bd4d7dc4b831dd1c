'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useReducer, useState } from 'react'
import type { ApplicationCard, ApplicationDecision, HandedInState } from '#core/contract/applications.ts'
import { applicationDecision } from '#core/contract/applications.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { MoreButton } from '#app/_ui/more-button.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { ReviewAside } from './review-aside.tsx'
import { ReviewBar } from './review-bar.tsx'
import { review, startReview, targetsOf } from './review-state.ts'
import { ReviewTable } from './review-table.tsx'
import { useDecide, type Verdict } from './use-decide.ts'
import { useReviewKeys, type ReviewKey } from './use-review-keys.ts'

type ReviewDeskProps = {
  state: HandedInState
  first: { items: ApplicationCard[]; nextCursor: string | null }
  nowEpochMs: number
}

/** The list, the one looked at beside it, and decisions about one or many, by keys or fingers. */
export function ReviewDesk({ state, first, nowEpochMs }: ReviewDeskProps) {
  const t = useTranslations('application.review')
  const router = useRouter()
  const [shown, act] = useReducer(review, first.items, startReview)
  const [page, setPage] = useState<{ cursor: string | null; status: 'idle' | 'busy' | 'failed' }>({
    ...{ cursor: first.nextCursor, status: 'idle' },
  })
  const [asking, setAsking] = useState<ApplicationDecision | null>(null)
  const { decide, isSending, failure } = useDecide()
  const current = shown.items.find(({ applicationId }) => applicationId === shown.currentId)

  const ask = (decision: ApplicationDecision) => {
    if (targetsOf(shown, decision).length > 0) setAsking(decision)
  }
  const confirm = async (verdict: Verdict) => {
    const results = await decide(targetsOf(shown, verdict.decision), verdict)
    if (results === null) return
    act({ type: 'decided', results })
    setAsking(null)
    // The counts beside the list.
    router.refresh()
  }
  const more = async () => {
    setPage(({ cursor }) => ({ cursor, status: 'busy' }))
    try {
      const { items, nextCursor } = await httpRequest('applications.list', {
        state,
        ...(page.cursor === null ? {} : { cursor: page.cursor }),
      })
      act({ type: 'add', items })
      setPage({ cursor: nextCursor, status: 'idle' })
    } catch {
      // Said below; the button is there still.
      setPage(({ cursor }) => ({ cursor, status: 'failed' }))
    }
  }
  const press = (key: ReviewKey) => {
    if (key === 'down') act({ type: 'go', by: 1 })
    else if (key === 'up') act({ type: 'go', by: -1 })
    else if (key === 'toggle' && shown.currentId !== null) act({ type: 'toggle', applicationId: shown.currentId })
    else if (key === 'all') act({ type: 'select-all' })
    else if (key === 'none') act({ type: 'select-none' })
    else if (applicationDecision.safeParse(key).success) ask(applicationDecision.parse(key))
  }
  useReviewKeys({ isOn: asking === null, onKey: press })

  return (
    <div className="wide:grid wide:grid-cols-[minmax(0,1fr)_21rem] wide:gap-10">
      <div className="min-w-0">
        <div role="status">
          {shown.done > 0 && <p className="pb-3 text-bamboo">{t('done', { count: shown.done })}</p>}
        </div>
        {shown.unfinished.length > 0 && (
          <ErrorNotice className="mb-4">
            {t('unfinished', { count: shown.unfinished.length })}
            {shown.unfinished.map(({ applicationId, name, message }) => (
              <span key={applicationId} className="block text-meta">
                {name}：{message}
              </span>
            ))}
          </ErrorNotice>
        )}
        <ReviewTable shown={shown} nowEpochMs={nowEpochMs} act={act} />
        {page.status === 'failed' && <ErrorNotice className="mt-4">{t('moreFailed')}</ErrorNotice>}
        {page.cursor !== null && (
          <MoreButton
            label={t('more')}
            busyLabel={t('loading')}
            isBusy={page.status === 'busy'}
            onPress={() => void more()}
          />
        )}
        <ReviewBar shown={shown} onAsk={ask} onClear={() => act({ type: 'select-none' })} />
      </div>
      {current !== undefined && (
        <aside className="min-w-0 border-l border-line-2 pl-8 max-[73.75rem]:hidden">
          <ReviewAside card={current} isMain={shown.selected.size === 0} onDecide={ask} />
        </aside>
      )}
      {asking !== null && (
        <DecideDialog
          decision={asking}
          items={targetsOf(shown, asking)}
          opens={state === 'office-review'}
          isSending={isSending}
          failure={failure}
          onConfirm={(verdict) => void confirm(verdict)}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  )
}
