import type { BrowserContext } from '@playwright/test'
import type { Endpoint } from '#tests/support/network/link.ts'

/**
 * Sends this person's media through a proxy: where the server offers `from` as a candidate, the browser is told `to`,
 * and of what else it offers nothing: a cut must leave no way around. Works because a media server waits for the browser's first packet and answers to where it came from.
 */
export async function routeMedia(
  context: BrowserContext,
  { from, to }: { from: Endpoint; to: Endpoint },
): Promise<void> {
  await context.addInitScript(
    ([offered, told]) => {
      const connection = RTCPeerConnection.prototype
      // The form with a promise; lib.dom puts the old one with callbacks last.
      const setRemoteDescription: (this: RTCPeerConnection, description: RTCSessionDescriptionInit) => Promise<void> =
        connection.setRemoteDescription
      connection.setRemoteDescription = function (description: RTCSessionDescriptionInit) {
        const sdp = (description.sdp ?? '').replaceAll(/^a=candidate:.*\r\n/gm, (line) =>
          line.includes(` ${offered} typ `) ? line.replace(` ${offered} typ `, ` ${told} typ `) : '',
        )
        return setRemoteDescription.call(this, { type: description.type, sdp })
      }
    },
    [`${from.host} ${from.port}`, `${to.host} ${to.port}`] as const,
  )
}
