import type { types } from 'mediasoup-client'
import type { MediaSource } from '#core/contract/timeline.ts'
import type { MediaPath } from './media-path.ts'
import type { MediaStore, SentMedia } from './media-store.ts'
import { RequestError } from './request-error.ts'
import type { RoomClient } from './room-client.ts'

export const CAMERA_LAYERS: types.RtpEncodingParameters[] = [
  { rid: 'r0', scaleResolutionDownBy: 4, maxBitrate: 150_000 },
  { rid: 'r1', scaleResolutionDownBy: 2, maxBitrate: 500_000 },
  { rid: 'r2', scaleResolutionDownBy: 1, maxBitrate: 1_800_000 },
]
const SCREEN_LAYERS: types.RtpEncodingParameters[] = [{ maxBitrate: 2_500_000 }]

function optionsFor(source: MediaSource): types.ProducerOptions {
  switch (source) {
    case 'camera':
      return { encodings: CAMERA_LAYERS, codecOptions: { videoGoogleStartBitrate: 1_000 } }
    case 'screen':
      return { encodings: SCREEN_LAYERS, codecOptions: { videoGoogleStartBitrate: 1_000 } }
    case 'microphone':
      return { codecOptions: { opusDtx: true, opusFec: true, opusNack: true } }
    case 'screen-audio':
      return { codecOptions: { opusStereo: true, opusFec: true, opusNack: true } }
    default:
      return source satisfies never
  }
}

/** The worker died: `media.reset` is on its way, and with it another path. */
const isMediaAway = (error: unknown) => error instanceof RequestError && error.code === 'MEDIA'

const isSentAs = ({ kind, rtpParameters }: types.Producer, mimeType: string) =>
  kind === 'audio' || rtpParameters.codecs[0]?.mimeType === mimeType

interface Sending {
  track: MediaStreamTrack
  muted: boolean
  producer: types.Producer | null
}

/** What one sends: kept as a wish, and made anew on every new path. The tracks stay their owner's. */
export class MediaSender {
  readonly #room: RoomClient
  readonly #store: MediaStore
  readonly #sources = new Map<MediaSource, Sending>()
  #path: MediaPath | null = null
  /** Of pictures; `null`: the router's first that the browser can encode (H.264, else VP8). */
  #mimeType: string | null = null

  constructor({ room, store }: { room: RoomClient; store: MediaStore }) {
    this.#room = room
    this.#store = store
  }

  /** Sends again what was sent before. */
  async attach(path: MediaPath): Promise<void> {
    this.#path = path
    await Promise.all([...this.#sources].map(([source, sending]) => this.#produce(source, sending)))
  }

  detach(): void {
    this.#path = null
    for (const sending of this.#sources.values()) sending.producer = null
    this.#show()
  }

  /** Another track of a source that is sent already takes its place without a new negotiation. Throws `RequestError`. */
  async publish(source: MediaSource, track: MediaStreamTrack): Promise<void> {
    const before = this.#sources.get(source)
    if (before !== undefined) {
      before.track = track
      this.#show()
      await before.producer?.replaceTrack({ track })
      return
    }
    const sending: Sending = { track, muted: false, producer: null }
    this.#sources.set(source, sending)
    this.#show()
    const path = this.#path
    try {
      await this.#produce(source, sending)
    } catch (error) {
      // [MEDIA1] The path died under it: the next one sends it, if it has not done so already.
      if (this.#path !== path || isMediaAway(error)) return
      if (this.#sources.get(source) === sending) this.#sources.delete(source)
      this.#show()
      throw error
    }
  }

  /** Idempotent. */
  async unpublish(source: MediaSource): Promise<void> {
    const sending = this.#sources.get(source)
    this.#sources.delete(source)
    this.#show()
    const producer = sending?.producer
    if (!producer || producer.closed) return
    producer.close()
    await this.#room.request('media.close-producer', { producerId: producer.id })
  }

  /** Keeps the source, sends nothing. */
  async setMuted(source: MediaSource, muted: boolean): Promise<void> {
    const sending = this.#sources.get(source)
    if (sending === undefined || sending.muted === muted) return
    sending.muted = muted
    this.#show()
    const { producer } = sending
    if (producer === null) return
    if (muted) producer.pause()
    else producer.resume()
    await this.#room.request('media.set-producer', { producerId: producer.id, paused: muted })
  }

  /** The server has paused it already. */
  mutedByHost(producerId: string): void {
    for (const sending of this.#sources.values()) {
      if (sending.producer?.id !== producerId) continue
      sending.muted = true
      sending.producer.pause()
    }
    this.#show()
  }

  /** [MEDIA10] Somebody cannot play the pictures as they are: all are sent anew in this codec, as those to come will be. */
  async sendAs(mimeType: string): Promise<void> {
    this.#mimeType = mimeType
    const others = [...this.#sources].filter(([, { producer }]) => producer !== null && !isSentAs(producer, mimeType))
    await Promise.all(others.map(([source, sending]) => this.#sendAnew(source, sending)))
  }

  /** Off the stage: the server has ended what was sent, and it is not sent again by itself. */
  clear(): void {
    for (const { producer } of this.#sources.values()) producer?.close()
    this.#sources.clear()
    this.#show()
  }

  async #sendAnew(source: MediaSource, sending: Sending): Promise<void> {
    const { producer } = sending
    sending.producer = null
    this.#show()
    producer?.close()
    // One producer per source: the next one has to wait for the end of this one.
    if (producer !== null) await this.#room.request('media.close-producer', { producerId: producer.id })
    if (this.#sources.get(source) === sending && sending.producer === null) await this.#produce(source, sending)
  }

  async #produce(source: MediaSource, sending: Sending): Promise<void> {
    const path = this.#path
    if (path === null || sending.track.readyState === 'ended') return
    const { track } = sending
    const codec = track.kind === 'video' ? this.#codecOf(path) : {}
    const producer = await path.send.produce({
      ...{ ...optionsFor(source), ...codec, track, stopTracks: false, appData: { source } },
    })
    if (this.#sources.get(source) !== sending || this.#path !== path) {
      producer.close()
      if (!path.closed) await this.#room.request('media.close-producer', { producerId: producer.id })
      return
    }
    sending.producer = producer
    if (sending.track !== track) await producer.replaceTrack({ track: sending.track })
    // A screen that the browser's own bar has ended.
    producer.on('trackended', () => void this.unpublish(source).catch(() => undefined))
    this.#show()
    if (sending.muted) {
      producer.pause()
      await this.#room.request('media.set-producer', { producerId: producer.id, paused: true })
    }
  }

  #codecOf({ device }: MediaPath): { codec?: types.RtpCodecCapability } {
    const codec = device.sendRtpCapabilities.codecs?.find((known) => known.mimeType === this.#mimeType)
    return codec === undefined ? {} : { codec }
  }

  #show(): void {
    const sent = [...this.#sources].map(([source, { track, muted, producer }]): [MediaSource, SentMedia] => {
      return [source, { source, track, state: producer === null ? 'starting' : muted ? 'muted' : 'on' }]
    })
    this.#store.setState({ sent: Object.fromEntries(sent) })
  }
}
