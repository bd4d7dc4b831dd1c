import type { types } from 'mediasoup'
import { askWorker } from './media-error.ts'
import { barsFromLink, type LinkBars } from './link-quality.ts'

export interface TransportStats {
  iceState: types.IceState
  /** `null` until a path is chosen. */
  protocol: 'udp' | 'tcp' | null
  /** 0–1, of the packets of the last seconds. */
  lossRatio: number
  /** `null` until measured. */
  rttMs: number | null
  receivedBps: number
  sentBps: number
  bars: LinkBars
}

interface Measured {
  getStats(): Promise<{ roundTripTime?: number }[]>
}

/** What a link does now. The round trip is the longest that its `streams` have measured. */
export async function measureTransport(
  transport: types.WebRtcTransport,
  { streams }: { streams: readonly Measured[] },
): Promise<TransportStats | null> {
  const [stats, ...perStream] = await askWorker(() =>
    Promise.all([transport.getStats(), ...streams.map((stream) => stream.getStats())]),
  )
  const [link] = stats
  if (link === undefined) return null
  const rtts = perStream.flat().flatMap(({ roundTripTime }) => (roundTripTime === undefined ? [] : [roundTripTime]))
  const rttMs = rtts.length === 0 ? null : Math.max(...rtts)
  const lossRatio = Math.max(link.rtpPacketLossReceived ?? 0, link.rtpPacketLossSent ?? 0)
  const connected = link.iceState === 'connected' || link.iceState === 'completed'
  return {
    iceState: link.iceState,
    protocol: link.iceSelectedTuple?.protocol ?? null,
    lossRatio,
    rttMs,
    receivedBps: link.recvBitrate,
    sentBps: link.sendBitrate,
    bars: connected ? barsFromLink({ lossRatio, rttMs }) : 0,
  }
}
