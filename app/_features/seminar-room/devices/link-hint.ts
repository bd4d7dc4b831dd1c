import { z } from 'zod'

/** Below this a camera of full size does not fit beside the others. */
const NARROW_MBPS = 1.2

/** Chromium's and Android's own estimate; other browsers have none. */
const networkInformation = z.object({ downlink: z.number().optional(), saveData: z.boolean().optional() })

/** Whether the browser says that the link is narrow or the person pays for it. False where it does not know. */
export function isLinkNarrow(): boolean {
  const connection: unknown = 'connection' in navigator ? navigator.connection : undefined
  const parsed = networkInformation.safeParse(connection)
  if (!parsed.success) return false
  const { downlink, saveData } = parsed.data
  return saveData === true || (downlink !== undefined && downlink > 0 && downlink < NARROW_MBPS)
}
