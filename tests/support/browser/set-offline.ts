import type { BrowserContext } from '@playwright/test'
import type { CuttableProxy } from '#tests/support/network/cuttable-proxy.ts'

/**
 * Pulls this person's cable, or puts it back. The proxy stops what is open, WebSockets and media included; the
 * browser's own switch makes the page see `offline` and `online`, as the operating system would.
 */
export async function setOffline(
  context: BrowserContext,
  { proxy, offline }: { proxy: CuttableProxy; offline: boolean },
): Promise<void> {
  if (offline) proxy.cut()
  else proxy.restore()
  await context.setOffline(offline)
}
