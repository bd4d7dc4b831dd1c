import { io, type Socket } from 'socket.io-client'
import { acknowledgement, type Acknowledgement } from '#core/contract/acknowledgement.ts'
import { SOCKET_PATH } from '#core/contract/protocol.ts'

/** A socket that may say anything. */
export class RawSocket {
  readonly socket: Socket

  static connect(origin: string, headers: Record<string, string>): Promise<RawSocket> {
    const raw = new RawSocket(
      io(origin, {
        path: SOCKET_PATH,
        transports: ['websocket'],
        extraHeaders: headers,
        forceNew: true,
        reconnection: false,
      }),
    )
    return new Promise((resolve, reject) => {
      raw.socket.once('connect', () => resolve(raw))
      raw.socket.once('connect_error', reject)
    })
  }

  private constructor(socket: Socket) {
    this.socket = socket
  }

  /** The parsed answer: it has to be one of the contract. */
  async ask(name: string, ...payload: unknown[]): Promise<Acknowledgement> {
    return acknowledgement.parse(await this.socket.timeout(10_000).emitWithAck(name, ...payload))
  }

  /** `ok` or the code of the refusal. */
  async code(name: string, ...payload: unknown[]): Promise<string> {
    const answer = await this.ask(name, ...payload)
    return answer.ok ? 'ok' : answer.error.code
  }

  close(): void {
    this.socket.disconnect()
  }
}
