'use client'

import { useMemo, useSyncExternalStore } from 'react'
import type { PlanSession, PlanSessionOptions, PlanSessionState } from '#app/_client/collab-client.ts'
import type { PlanFacts } from '#core/contract/plan.ts'

type OpenPlanSession = (options: Omit<PlanSessionOptions, 'url'>) => PlanSession

interface UsePlanSessionOptions {
  facts: PlanFacts
  /** What a guest came with. */
  linkToken: string | null
  /** Null until the script that can do it is there. */
  open: OpenPlanSession | null
}

/** The plan, open for as long as the component is there; null until the browser has opened it. */
export function usePlanSession({ facts, linkToken, open }: UsePlanSessionOptions): PlanSession | null {
  const { planId, access, updatedAt, me } = facts
  const opening = useMemo(
    () => {
      const savedAtEpochMs = updatedAt === null ? null : Date.parse(updatedAt)
      return openWhileWatched(() => open?.({ planId, me, access, linkToken, savedAtEpochMs }) ?? null)
    },
    // A plan is opened once: what changes afterwards comes over its own channel.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [planId, me?.personId, linkToken, open],
  )
  return useSyncExternalStore(opening.watch, opening.current, nothing)
}

/** What is known of an open plan at this moment; null while none is open. */
export function usePlanState(session: PlanSession | null): PlanSessionState | null {
  return useSyncExternalStore(session?.subscribe ?? toNobody, session?.getState ?? nothing, nothing)
}

/** Opening is an effect: the session begins with its watcher and ends with it. */
function openWhileWatched(open: () => PlanSession | null) {
  let session: PlanSession | null = null
  return {
    current: () => session,
    watch: () => {
      const opened = open()
      session = opened
      return () => {
        session = null
        opened?.destroy()
      }
    },
  }
}

const nothing = () => null
const toNobody = () => () => undefined
