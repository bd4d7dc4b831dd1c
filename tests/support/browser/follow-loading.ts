import type { CDPSession } from '@playwright/test'

export interface Loading {
  /** Bodies of scripts as they came over the wire, compressed. */
  scriptBytes: () => number
  /** Since the last request began or ended. */
  quietMs: () => number
}

/** What a page loads from now on. */
export async function followLoading(session: CDPSession): Promise<Loading> {
  /** By request: what had come when its body began. Headers are no script. */
  const scripts = new Map<string, number>()
  let [scriptBytes, changedMs] = [0, performance.now()]
  const changed = () => (changedMs = performance.now())
  session.on('Network.requestWillBeSent', changed)
  session.on('Network.loadingFailed', changed)
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType.endsWith('javascript')) scripts.set(requestId, response.encodedDataLength)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    changed()
    const headerBytes = scripts.get(requestId)
    if (headerBytes !== undefined) scriptBytes += encodedDataLength - headerBytes
  })
  await session.send('Network.enable')
  return { scriptBytes: () => scriptBytes, quietMs: () => performance.now() - changedMs }
}
