'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { PlanSession, PlanSessionState } from '#app/_client/collab-client.ts'
import { LoadingHairlines } from '#app/_ui/loading-hairlines.tsx'
import type { PlanFacts } from '#core/contract/plan.ts'
import { AccessLost } from './access-lost.tsx'
import { openPlanSession } from './open-plan-session.ts'
import { useAccessNotices } from './use-access-notices.ts'
import { usePlanSession, usePlanState } from './use-plan-session.ts'

type PlanDoorProps = {
  facts: PlanFacts
  linkToken: string | null
  children: (open: { session: PlanSession; state: PlanSessionState }) => ReactNode
}

/** Opens a plan and shows what is behind once there is something to show, for as long as one may see it. */
export function PlanDoor({ facts, linkToken, children }: PlanDoorProps) {
  const session = usePlanSession({ facts, linkToken, open: openPlanSession })
  const state = usePlanState(session)
  useAccessNotices(state?.access ?? facts.access)
  if (session === null || state === null) return <Opening isOffline={false} />
  if (state.access === 'none') return <AccessLost />
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
