import type { MediaRoom } from '#server/media/media-room.ts'
import type { RecordingTap } from '#server/media/recording-tap.ts'
import type { MediaProducer } from '#server/media/room-producers.ts'
import type { Log } from '#server/usecases/ports.ts'
import type { RecordedTrack } from './recorded-track.ts'
import type { Recorder } from './recorder.ts'

const LOOPBACK = '127.0.0.1'

export interface TappedTrackOptions {
  trackId: string
  recorder: Recorder
  log: Log
  /** The tap has ended by itself: its producer or its room is gone. */
  onLost: () => void
}

/** One track of a recording and the producer that feeds it now. Calls of `follow` must not overlap. */
export class TappedTrack {
  readonly trackId: string
  readonly #options: TappedTrackOptions
  #tap: RecordingTap | null = null
  #rtpPort = 0

  constructor(options: TappedTrackOptions) {
    this.trackId = options.trackId
    this.#options = options
  }

  /** The producer that is kept, or null. */
  get producerId(): string | null {
    return this.#tap === null || this.#tap.closed ? null : this.#tap.producerId
  }

  /** Whether there is anything to let go of. */
  get isFollowing(): boolean {
    return this.#tap !== null
  }

  /** Keeps this producer from now on, in a new part. What was followed before is let go first. */
  async follow(producer: MediaProducer, { room }: { room: MediaRoom }): Promise<void> {
    await this.leave()
    const { recorder } = this.#options
    const tap = await room.tapProducer({ producerId: producer.producerId })
    this.#tap = tap
    const { trackId } = this
    tap.on('paused', () => this.#report(recorder.pauseTrack(trackId)))
    tap.on('resumed', () => this.#report(recorder.resumeTrack(trackId)))
    const { rtpPort } = await recorder.addTrack(describeTrack(trackId, tap))
    this.#rtpPort = rtpPort
    if (tap.producerPaused) await recorder.pauseTrack(trackId)
    await tap.start({ ip: LOOPBACK, port: rtpPort })
    tap.once('closed', () => {
      if (this.#tap === tap) this.#options.onLost()
    })
    if (tap.closed) this.#options.onLost()
  }

  /** Resolves when its files are finished. Idempotent. */
  async leave(): Promise<void> {
    const tap = this.#tap
    if (tap === null) return
    this.#tap = null
    tap.close()
    await this.#options.recorder.removeTrack(this.trackId)
  }

  sendsTo(rtpPort: number): boolean {
    return this.#rtpPort === rtpPort
  }

  requestKeyFrame(): void {
    const tap = this.#tap
    if (tap !== null && !tap.closed) this.#report(tap.requestKeyFrame())
  }

  #report(effect: Promise<void>): void {
    void effect.catch((error: unknown) => {
      this.#options.log.debug({ trackId: this.trackId, err: error }, 'tap_effect_failed')
    })
  }
}

/** Throws for a codec that the recorder does not know: the routers offer no other. */
function describeTrack(trackId: string, tap: RecordingTap): RecordedTrack {
  const { payloadType, ssrc, channels } = tap
  switch (tap.mimeType.toLowerCase()) {
    case 'audio/opus':
      return { trackId, kind: 'audio', codec: 'opus', clockRate: 48_000, channels: channels ?? 2, payloadType, ssrc }
    case 'video/h264':
      return { trackId, kind: 'video', codec: 'h264', clockRate: 90_000, payloadType, ssrc }
    case 'video/vp8':
      return { trackId, kind: 'video', codec: 'vp8', clockRate: 90_000, payloadType, ssrc }
    default:
      throw new Error(`${tap.mimeType} cannot be recorded.`)
  }
}
