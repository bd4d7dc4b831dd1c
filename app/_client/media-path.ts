import type { types } from 'mediasoup-client'
import { z } from 'zod'
import type { ConsumerOptions } from '#core/contract/media.ts'
import { mediaSource } from '#core/contract/timeline.ts'
import { fromCapabilities, fromParameters, toIce, toParameters, toTransport } from './media-wire.ts'
import type { RoomClient } from './room-client.ts'

/** A path that has been silent a moment often comes back by itself (a handover between cells). */
const ICE_PATIENCE_MS = 1_500
const ICE_ATTEMPTS = 3

const appData = z.object({ source: mediaSource })

interface MediaPathOptions {
  room: RoomClient
  device: types.Device
  /** It cannot be mended: make another. Once. */
  onFailed: () => void
}

/** The two transports to the server, opened together. Mends a lost path by restarting ICE. */
export class MediaPath {
  readonly device: types.Device
  readonly send: types.Transport
  readonly receive: types.Transport
  readonly #room: RoomClient
  readonly #onFailed: () => void
  readonly #mending = new Set<types.Transport>()
  #closed = false

  /** Throws `RequestError`. Nothing is sent or received yet: this is what the lobby prewarms. */
  static async open(options: MediaPathOptions): Promise<MediaPath> {
    const { room, device } = options
    const [send, receive] = await Promise.all([
      room.request('media.create-transport', { direction: 'send' }),
      room.request('media.create-transport', {
        direction: 'receive',
        rtpCapabilities: fromCapabilities(device.recvRtpCapabilities),
      }),
    ])
    const path = new MediaPath(options, {
      send: device.createSendTransport(toTransport(send)),
      receive: device.createRecvTransport(toTransport(receive)),
    })
    if (receive.silence !== null) path.#bringUp(receive.silence)
    return path
  }

  private constructor(
    { room, device, onFailed }: MediaPathOptions,
    { send, receive }: { send: types.Transport; receive: types.Transport },
  ) {
    this.device = device
    this.send = send
    this.receive = receive
    this.#room = room
    this.#onFailed = onFailed
    for (const transport of [send, receive]) this.#watch(transport)
    send.on('produce', ({ kind, rtpParameters, appData: data }, done, refuse) => {
      const { source } = appData.parse(data)
      room
        .request('media.produce', { transportId: send.id, kind, source, rtpParameters: fromParameters(rtpParameters) })
        .then(({ producerId }) => done({ id: producerId }), refuse)
    })
  }

  get closed(): boolean {
    return this.#closed
  }

  /** Of no use any more; only the last pictures still hang on it. Idempotent. */
  retire(): void {
    if (this.#closed) return
    this.#closed = true
    this.send.close()
  }

  /** Idempotent. The server's side ends with the socket, or is replaced by the next path. */
  close(): void {
    this.retire()
    this.receive.close()
  }

  /** [MEDIA5] ICE and DTLS now, so that the first face need not wait for them. Where it fails, the first face brings them. */
  #bringUp({ id, producerId, kind, rtpParameters }: ConsumerOptions): void {
    const silence = { id, producerId, kind, rtpParameters: toParameters(rtpParameters), streamId: 'silence' }
    this.receive.consume(silence).catch(() => undefined)
  }

  #watch(transport: types.Transport): void {
    transport.on('connect', ({ dtlsParameters }, done, refuse) => {
      this.#room.request('media.connect-transport', { transportId: transport.id, dtlsParameters }).then(done, refuse)
    })
    transport.on('connectionstatechange', (state) => {
      if (state === 'disconnected' || state === 'failed') void this.#mend(transport)
    })
  }

  async #mend(transport: types.Transport): Promise<void> {
    if (this.#mending.has(transport)) return
    this.#mending.add(transport)
    try {
      for (let attempt = 0; attempt < ICE_ATTEMPTS; attempt += 1) {
        await new Promise((resolve) => setTimeout(resolve, ICE_PATIENCE_MS))
        if (this.#closed || transport.connectionState === 'connected') return
        const { iceParameters } = await this.#room.request('media.restart-ice', { transportId: transport.id })
        if (this.#closed) return
        await transport.restartIce({ iceParameters: toIce(iceParameters) })
      }
      await new Promise((resolve) => setTimeout(resolve, ICE_PATIENCE_MS))
      if (transport.connectionState !== 'connected') this.#fail()
    } catch {
      // The server does not know the transport any more, or cannot be asked: a new path is the answer to both.
      this.#fail()
    } finally {
      this.#mending.delete(transport)
    }
  }

  #fail(): void {
    if (this.#closed) return
    this.retire()
    this.#onFailed()
  }
}
