'use client'

import { useMemo, useSyncExternalStore } from 'react'
import { PlanSession, type PlanSessionOptions, type PlanSessionState } from '#app/_client/collab-client.ts'
import type { PlanFacts } from '#core/contract/plan.ts'

interface UsePlanSessionOptions {
  facts: PlanFacts
  /** What a guest came with. */
  linkToken: string | null
}

/** The plan, open for as long as the component is there; null until the browser has opened it. */
export function usePlanSession({ facts, linkToken }: UsePlanSessionOptions): PlanSession | null {
  const { planId, access, updatedAt, me } = facts
  const opening = useMemo(
    () => {
      const savedAtEpochMs = updatedAt === null ? null : Date.parse(updatedAt)
      return openWhileWatched({ planId, me, access, linkToken, savedAtEpochMs })
    },
    // A plan is opened once: what changes afterwards comes over its own channel.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [planId, me?.personId, linkToken],
  )
  return useSyncExternalStore(opening.watch, opening.current, () => null)
}

/** What is known of an open plan at this moment. */
export function usePlanState(session: PlanSession): PlanSessionState {
  return useSyncExternalStore(session.subscribe, session.getState, session.getState)
}

/** Opening is an effect: the session begins with its watcher and ends with it. */
function openWhileWatched(options: Omit<PlanSessionOptions, 'url'>) {
  let session: PlanSession | null = null
  return {
    current: () => session,
    watch: () => {
      const opened = new PlanSession({ ...options, url: collabAddress() })
      session = opened
      return () => {
        session = null
        opened.destroy()
      }
    },
  }
}

function collabAddress(): string {
  const address = new URL('/collab', window.location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  return address.href
}
