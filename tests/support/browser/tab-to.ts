import type { Locator } from '@playwright/test'

const TAB_STOPS_MAX = 120

/** Presses Tab until the focus is there: what cannot be reached so does not exist for keyboards. */
export async function tabTo(target: Locator): Promise<void> {
  for (let stop = 0; stop < TAB_STOPS_MAX; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await target.page().keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${String(target)}`)
}
