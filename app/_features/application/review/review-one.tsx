'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { ApplicationDecision, ApplicationDetail } from '#core/contract/applications.ts'
import { Button } from '#app/_ui/button.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { useDecide, type Verdict } from './use-decide.ts'

/** What may be decided about one application, on its page. */
export function ReviewOne({ detail }: { detail: ApplicationDetail }) {
  const t = useTranslations('application.review')
  const router = useRouter()
  const [asking, setAsking] = useState<ApplicationDecision | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const { decide, isSending, failure } = useDecide()
  const { decisions, applicationId, applicantName, form, state } = detail
  const confirm = async (verdict: Verdict) => {
    const results = await decide([detail], verdict)
    if (results === null) return
    setRefused(results.find(({ outcome }) => outcome !== 'done')?.message ?? null)
    setAsking(null)
    router.refresh()
  }
  return (
    <>
      {refused !== null && <ErrorNotice className="mb-4">{refused}</ErrorNotice>}
      {decisions.length > 0 && (
        <p className="flex flex-wrap gap-3 pb-8">
          {decisions.map((decision) => (
            <Button
              key={decision}
              tone={decision === 'approve' ? 'primary' : 'secondary'}
              onPress={() => setAsking(decision)}
            >
              {t(`do.${decision}`)}
            </Button>
          ))}
        </p>
      )}
      {asking !== null && (
        <DecideDialog
          decision={asking}
          items={[{ applicationId, applicantName, name: form.name }]}
          opens={state === 'office-review'}
          isSending={isSending}
          failure={failure}
          onConfirm={(verdict) => void confirm(verdict)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}
