import { PlanSession, type PlanSessionOptions } from '#app/_client/collab-client.ts'

/** Opens a plan over the channel of the page's own server. */
export function openPlanSession(options: Omit<PlanSessionOptions, 'url'>): PlanSession {
  const address = new URL('/collab', window.location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  return new PlanSession({ ...options, url: address.href })
}
