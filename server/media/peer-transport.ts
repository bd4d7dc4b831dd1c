import type { types } from 'mediasoup'
import { askWorker, MediaError } from './media-error.ts'

export type TransportDirection = 'send' | 'receive'

/** Where congestion control starts: enough for three small pictures at once, found to be wrong within a second if it is. */
const INITIAL_OUTGOING_BPS = 1_500_000
/** A camera in three layers (2.5 Mb/s) and a screen (2.5 Mb/s) with sound fit; a flood does not. */
const MAX_INCOMING_BPS = 6_000_000
/** A path that was silent this long is gone; sockets notice earlier, and tell. */
const ICE_CONSENT_TIMEOUT_S = 20

interface PeerTransportOptions {
  router: types.Router
  webRtcServer: types.WebRtcServer
  direction: TransportDirection
}

/** Opens a transport on the worker's port: UDP preferred, TCP where UDP is blocked. */
async function openWebRtcTransport({
  router,
  webRtcServer,
  direction,
}: PeerTransportOptions): Promise<types.WebRtcTransport> {
  const transport = await askWorker(() =>
    router.createWebRtcTransport({
      webRtcServer,
      enableUdp: true,
      enableTcp: true,
      preferUdp: true,
      iceConsentTimeout: ICE_CONSENT_TIMEOUT_S,
      initialAvailableOutgoingBitrate: INITIAL_OUTGOING_BPS,
      appData: { direction },
    }),
  )
  if (direction === 'send') {
    try {
      await askWorker(() => transport.setMaxIncomingBitrate(MAX_INCOMING_BPS))
    } catch (error) {
      transport.close()
      throw error
    }
  }
  return transport
}

/** The transports of one peer: at most one per direction, so that a client that starts anew leaves nothing behind. */
export class PeerTransports {
  readonly #byDirection = new Map<TransportDirection, types.WebRtcTransport>()
  readonly #opening = new Set<TransportDirection>()
  #closed = false

  /** Replaces one of the same direction. Throws `TRANSPORT_QUOTA` while another of that direction is being opened. */
  async open(options: PeerTransportOptions): Promise<types.WebRtcTransport> {
    const { direction } = options
    if (this.#opening.has(direction)) {
      throw new MediaError('TRANSPORT_QUOTA', `A ${direction} transport is being opened already.`)
    }
    this.#opening.add(direction)
    try {
      const transport = await openWebRtcTransport(options)
      if (this.#closed) {
        transport.close()
        throw new MediaError('CLOSED', 'The peer left meanwhile.')
      }
      this.#byDirection.get(direction)?.close()
      this.#byDirection.set(direction, transport)
      return transport
    } finally {
      this.#opening.delete(direction)
    }
  }

  /** Throws `TRANSPORT_NOT_FOUND` for one that is not open, `WRONG_DIRECTION` for one that cannot do what is wanted. */
  get(transportId: string, { direction }: { direction?: TransportDirection } = {}): types.WebRtcTransport {
    for (const [own, transport] of this.#byDirection) {
      if (transport.id !== transportId || transport.closed) continue
      if (direction !== undefined && own !== direction) {
        throw new MediaError('WRONG_DIRECTION', `This transport is made to ${own}.`)
      }
      return transport
    }
    throw new MediaError('TRANSPORT_NOT_FOUND', `No transport ${transportId}.`)
  }

  find(direction: TransportDirection): types.WebRtcTransport | null {
    const transport = this.#byDirection.get(direction)
    return transport === undefined || transport.closed ? null : transport
  }

  /** Idempotent; closes their producers and consumers too. */
  close(): void {
    this.#closed = true
    for (const transport of this.#byDirection.values()) transport.close()
    this.#byDirection.clear()
  }
}
