'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { showToast } from '#app/_ui/toast-queue.ts'
import type { PlanAccess } from '#core/contract/plan.ts'

/** Says so when one gains or loses the pen while the plan is open. */
export function useAccessNotices(access: PlanAccess): void {
  const t = useTranslations('plan')
  const before = useRef(access)
  useEffect(() => {
    const could = before.current === 'edit'
    const can = access === 'edit'
    before.current = access
    if (could === can || access === 'none') return
    showToast({ kind: 'notice', text: can ? t('nowEditing') : t('nowReading') })
  }, [access, t])
}
