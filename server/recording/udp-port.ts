import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'

/** A keyframe of a large screen arrives in one burst. The kernel gives what its own limit allows. */
const RECEIVE_BUFFER_BYTES = 2 * 1024 * 1024
const LOOPBACK = '127.0.0.1'

/** A UDP port on loopback. Tries `preferredPort` first, any free one after that. */
export class UdpPort {
  readonly port: number
  readonly #socket: Socket

  static async open(options: {
    preferredPort?: number | undefined
    onDatagram: (datagram: Buffer) => void
    onError: (error: Error) => void
  }): Promise<UdpPort> {
    const { preferredPort = 0, onDatagram, onError } = options
    const socket = await bind(preferredPort).catch((error: unknown) => {
      if (preferredPort === 0) throw error
      return bind(0)
    })
    socket.on('message', onDatagram)
    socket.on('error', onError)
    return new UdpPort(socket)
  }

  private constructor(socket: Socket) {
    this.#socket = socket
    this.port = socket.address().port
  }

  async close(): Promise<void> {
    const closed = once(this.#socket, 'close')
    this.#socket.close()
    await closed
  }
}

async function bind(port: number): Promise<Socket> {
  const socket = createSocket({ type: 'udp4', recvBufferSize: RECEIVE_BUFFER_BYTES })
  const listening = once(socket, 'listening')
  socket.bind(port, LOOPBACK)
  try {
    await listening
  } catch (error) {
    socket.close()
    throw error
  }
  return socket
}
