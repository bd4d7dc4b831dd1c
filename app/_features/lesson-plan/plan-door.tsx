'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, type ReactNode } from 'react'
import type { PlanSession, PlanSessionState } from '#app/_client/collab-client.ts'
import { Empty } from '#app/_ui/empty.tsx'
import { LoadingHairlines } from '#app/_ui/loading-hairlines.tsx'
import { showToast } from '#app/_ui/toast-queue.ts'
import type { PlanAccess, PlanFacts } from '#core/contract/plan.ts'
import { usePlanSession, usePlanState } from './use-plan-session.ts'

type PlanDoorProps = {
  facts: PlanFacts
  linkToken: string | null
  children: (open: { session: PlanSession; state: PlanSessionState }) => ReactNode
}

/** Opens a plan and shows what is behind once there is something to show, for as long as one may see it. */
export function PlanDoor({ facts, linkToken, children }: PlanDoorProps) {
  const session = usePlanSession({ facts, linkToken })
  if (session === null) return <Opening isOffline={false} />
  return <OpenDoor session={session}>{children}</OpenDoor>
}

function OpenDoor({ session, children }: { session: PlanSession; children: PlanDoorProps['children'] }) {
  const t = useTranslations('plan')
  const state = usePlanState(session)
  useAccessNotices(state.access)
  if (state.access === 'none') {
    return (
      <Empty title={t('accessLost')} size="part">
        {t('accessLostNote')}
      </Empty>
    )
  }
  return state.ready ? children({ session, state }) : <Opening isOffline={state.connection === 'offline'} />
}

function Opening({ isOffline }: { isOffline: boolean }) {
  const t = useTranslations('plan')
  return (
    <div className="mx-auto w-full max-w-160 p-5">
      <LoadingHairlines label={isOffline ? t('openingOffline') : t('opening')} rows={6} />
      {isOffline && <p className="mt-4 text-ui text-ink-3">{t('openingOffline')}</p>}
    </div>
  )
}

/** Says so when one gains or loses the pen while the plan is open. */
function useAccessNotices(access: PlanAccess): void {
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
