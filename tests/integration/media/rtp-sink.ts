import dgram from 'node:dgram'
import { EventEmitter, once } from 'node:events'

export interface RtpPacket {
  payloadType: number
  ssrc: number
  marker: boolean
  sequence: number
  timestamp: number
  payload: Buffer
}

const HEADER_BYTES = 12

/** A recorder's UDP port: emits what arrives, told apart as RFC 5761 §4 says (RTCP packet types 192–223). */
export class RtpSink extends EventEmitter<{ rtp: [RtpPacket]; rtcp: [Buffer] }> {
  readonly #socket: dgram.Socket

  static async create(): Promise<RtpSink> {
    const socket = dgram.createSocket('udp4')
    socket.bind(0, '127.0.0.1')
    await once(socket, 'listening')
    return new RtpSink(socket)
  }

  private constructor(socket: dgram.Socket) {
    super()
    this.#socket = socket
    socket.on('message', (packet) => {
      const second = packet.readUInt8(1)
      if (second >= 192 && second <= 223) this.emit('rtcp', packet)
      else this.emit('rtp', parse(packet))
    })
  }

  get port(): number {
    return this.#socket.address().port
  }

  /** The first `count` packets from now on. */
  async take(count: number): Promise<RtpPacket[]> {
    const packets: RtpPacket[] = []
    while (packets.length < count) {
      const [packet] = await once(this, 'rtp', { signal: AbortSignal.timeout(15_000) })
      packets.push(packet)
    }
    return packets
  }

  close(): void {
    this.#socket.close()
  }
}

function parse(packet: Buffer): RtpPacket {
  const [first, second] = [packet.readUInt8(0), packet.readUInt8(1)]
  let payloadAt = HEADER_BYTES + (first & 0x0f) * 4
  // The extension block (RFC 3550 §5.3.1): mediasoup leaves it in, also for receivers that asked for none.
  if ((first & 0x10) !== 0) payloadAt += 4 + packet.readUInt16BE(payloadAt + 2) * 4
  return {
    payloadType: second & 0x7f,
    marker: (second & 0x80) !== 0,
    sequence: packet.readUInt16BE(2),
    timestamp: packet.readUInt32BE(4),
    ssrc: packet.readUInt32BE(8),
    payload: packet.subarray(payloadAt),
  }
}
