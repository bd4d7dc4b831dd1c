import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import type { RecordedTrack } from '#server/recording/recorded-track.ts'
import { buildSenderReport } from '#tests/support/footage/sender-report.ts'

const REPORT_EVERY_MS = 1_000
const LOOPBACK = '127.0.0.1'

interface SenderOptions {
  /** Of a PlainTransport with rtcpMux and comedia. */
  port: number
  /** How wrong the browser's clock is. */
  clockErrorMs?: number
}

interface Stream {
  ssrc: number
  clockRate: number
  socket: Socket
  /** The moment of this machine's clock at which `timestamp` was captured. */
  captured: { atMs: number; timestamp: number } | null
  isMuted: boolean
}

/**
 * Passes RTP on as a browser would send it: each stream leaves some time after it was captured, all through one socket,
 * and once a second sender reports say what was captured when, on the browser's own clock.
 */
export class BrowserSender {
  readonly #socket: Socket
  readonly #options: Required<SenderOptions>
  readonly #streams: Stream[] = []
  readonly #timer: NodeJS.Timeout
  readonly #onTheWay = new Set<NodeJS.Timeout>()

  static async open(options: SenderOptions): Promise<BrowserSender> {
    return new BrowserSender(await bind(), { clockErrorMs: 0, ...options })
  }

  private constructor(socket: Socket, options: Required<SenderOptions>) {
    this.#socket = socket
    this.#options = options
    this.#timer = setInterval(() => this.#report(), REPORT_EVERY_MS)
  }

  /** Answers the port that takes what is captured now. */
  async add({ ssrc, clockRate }: Pick<RecordedTrack, 'ssrc' | 'clockRate'>, { lagMs }: { lagMs: number }) {
    const socket = await bind()
    const stream: Stream = { ssrc, clockRate, socket, captured: null, isMuted: false }
    this.#streams.push(stream)
    socket.on('message', (datagram) => {
      const timestamp = datagram.readUInt32BE(4)
      stream.captured = earliest(stream, { atMs: performance.now(), timestamp })
      if (!stream.isMuted) this.#sendLater(datagram, { lagMs })
    })
    return {
      port: socket.address().port,
      mute: () => {
        stream.isMuted = true
      },
    }
  }

  close(): void {
    clearInterval(this.#timer)
    for (const packet of this.#onTheWay) clearTimeout(packet)
    for (const { socket } of this.#streams) socket.close()
    this.#socket.close()
  }

  #report(): void {
    const nowMs = performance.now()
    for (const { ssrc, clockRate, captured, isMuted } of this.#streams) {
      if (captured === null || isMuted) continue
      const timestamp = captured.timestamp + Math.round(((nowMs - captured.atMs) * clockRate) / 1_000)
      const ntpMs = performance.timeOrigin + nowMs + 2_208_988_800_000 + this.#options.clockErrorMs
      this.#send(buildSenderReport({ ssrc, timestamp, ntpMs }))
    }
  }

  #sendLater(datagram: Buffer, { lagMs }: { lagMs: number }): void {
    const packet = setTimeout(() => {
      this.#onTheWay.delete(packet)
      this.#send(datagram)
    }, lagMs)
    this.#onTheWay.add(packet)
  }

  #send(datagram: Buffer): void {
    this.#socket.send(datagram, this.#options.port, LOOPBACK)
  }
}

/** What came soonest after its timestamp is nearest to the truth. */
function earliest({ captured, clockRate }: Stream, now: { atMs: number; timestamp: number }) {
  if (captured === null) return now
  const expectedMs = captured.atMs + (((now.timestamp - captured.timestamp) | 0) * 1_000) / clockRate
  return now.atMs < expectedMs ? now : captured
}

async function bind(): Promise<Socket> {
  const socket = createSocket('udp4')
  socket.bind(0, LOOPBACK)
  await once(socket, 'listening')
  return socket
}
