/** What a network between two sides does at this moment. */
export type LinkState =
  | { status: 'open'; latencyMs: number; lossRatio: number }
  /** Nothing passes: what TCP carries is held back and passes later, datagrams are lost. */
  | { status: 'cut' }

export interface Endpoint {
  host: string
  port: number
}

/** One forwarded port, TCP or UDP. */
export interface Link {
  /** Where it listens. */
  readonly from: Endpoint
  apply: (state: LinkState) => void
  /** Ends every open connection, as a router that forgets. Datagrams have none. */
  reset: () => void
  /** Idempotent. */
  close: () => Promise<void>
}

export interface LinkOptions {
  /** Where to listen; port 0 takes a free one. */
  from: Endpoint
  /** Where the server is. */
  to: Endpoint
}

export interface UdpLink extends Link {
  /** Datagrams that did not pass, so that a test can show that its cut cut something. */
  readonly lostCount: number
}
