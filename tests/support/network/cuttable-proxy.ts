import type { Link, LinkOptions, LinkState, UdpLink } from './link.ts'
import { openTcpLink } from './tcp-link.ts'
import { openUdpLink } from './udp-link.ts'

export interface CuttableProxyOptions {
  /** HTTP and WebSocket, and media over TCP where that is used. */
  tcp?: LinkOptions[]
  /** Media. */
  udp?: LinkOptions[]
  /** Decides which datagrams are lost; seeded in tests that ask for loss. */
  random?: () => number
}

/**
 * One person's way to the server, which can be cut without root. A cut is a cable pulled out: nobody is told, open
 * connections hang and go on when the cable is back. The developer tools' offline mode is no substitute: it spares open
 * WebSockets and all of WebRTC.
 */
export class CuttableProxy {
  readonly tcp: readonly Link[]
  readonly udp: readonly UdpLink[]
  #state: LinkState = { status: 'open', latencyMs: 0, lossRatio: 0 }

  private constructor({ tcp, udp }: { tcp: Link[]; udp: UdpLink[] }) {
    this.tcp = tcp
    this.udp = udp
  }

  static async create({ tcp = [], udp = [], random = Math.random }: CuttableProxyOptions): Promise<CuttableProxy> {
    return new CuttableProxy({
      tcp: await Promise.all(tcp.map(openTcpLink)),
      udp: await Promise.all(udp.map((options) => openUdpLink(options, random))),
    })
  }

  get state(): LinkState {
    return this.#state
  }

  /** From now on nothing passes. With `reset`, open connections end as well. */
  cut({ reset = false }: { reset?: boolean } = {}): void {
    this.#apply({ status: 'cut' })
    if (reset) for (const link of this.tcp) link.reset()
  }

  /** What TCP held back passes now. */
  restore({ latencyMs = 0, lossRatio = 0 }: { latencyMs?: number; lossRatio?: number } = {}): void {
    this.#apply({ status: 'open', latencyMs, lossRatio })
  }

  /** Idempotent. */
  async close(): Promise<void> {
    await Promise.all([...this.tcp, ...this.udp].map((link) => link.close()))
  }

  #apply(state: LinkState): void {
    this.#state = state
    for (const link of [...this.tcp, ...this.udp]) link.apply(state)
  }
}
