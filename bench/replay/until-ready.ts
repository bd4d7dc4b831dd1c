import { setTimeout as delay } from 'node:timers/promises'
import type { ReplayManifest } from '#core/contract/replay.ts'
import type { Product } from '#tests/support/product.ts'

const READY_WITHIN_MS = 60_000
const ASK_EVERY_MS = 200

/** The replay as the page of this person gets it, once the finishing job is done. */
export async function untilReady(
  product: Product,
  { name, activityId }: { name: string; activityId: string },
): Promise<ReplayManifest> {
  const door = await product.signIn(name)
  for (const startedMs = performance.now(); performance.now() - startedMs < READY_WITHIN_MS;) {
    const manifest = await door.request('replay.get', { activityId })
    if (manifest.recordings.length > 0 && manifest.recordings.every(({ mixUrl }) => mixUrl !== null)) return manifest
    await delay(ASK_EVERY_MS)
  }
  throw new Error('The replay did not become ready.')
}
