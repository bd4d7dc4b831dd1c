import { H264Depacketizer } from './rtp/h264-depacketizer.ts'
import type { VideoFrame } from './rtp/media-frame.ts'
import type { RtpPacket } from './rtp/parse.ts'
import type { RtpClock } from './rtp/rtp-clock.ts'
import { Vp8Depacketizer } from './rtp/vp8-depacketizer.ts'
import type { TrackWriter } from './track-writer.ts'

/** Browsers send keyframes only when asked. Every four seconds costs no bitrate and makes seeking quick. */
const KEYFRAME_INTERVAL_MS = 4_000
const ASK_AGAIN_AFTER_MS = 500
const FRAME_LIMITS_MS = { shortest: 5, usual: 33, longest: 1_000 }

/** Video packets in order → whole pictures of a track; asks for keyframes where pictures are broken or too far apart. */
export class VideoInput {
  readonly #depacketizer: H264Depacketizer | Vp8Depacketizer
  readonly #clock: RtpClock
  readonly #writer: TrackWriter
  readonly #askKeyframe: () => void
  #askedAtMs = -Infinity
  #lastKeyframeMs = -Infinity
  #lastMediaMs: number | undefined
  #frameMs = FRAME_LIMITS_MS.usual

  constructor(options: { codec: 'h264' | 'vp8'; clock: RtpClock; writer: TrackWriter; askKeyframe: () => void }) {
    this.#depacketizer = options.codec === 'h264' ? new H264Depacketizer() : new Vp8Depacketizer()
    this.#clock = options.clock
    this.#writer = options.writer
    this.#askKeyframe = options.askKeyframe
  }

  push(packet: RtpPacket): void {
    const output = this.#depacketizer.push(packet)
    if (output === 'broken') this.ask(packet.arrivalMs)
    else if (output) this.#add(output)
  }

  /** Packets are missing here. */
  gap(nowMs: number): void {
    this.#depacketizer.gap()
    this.ask(nowMs)
  }

  /** At most one request per half second. */
  ask(nowMs: number): void {
    if (nowMs - this.#askedAtMs < ASK_AGAIN_AFTER_MS) return
    this.#askedAtMs = nowMs
    this.#askKeyframe()
  }

  #add(frame: VideoFrame): void {
    const mediaMs = this.#clock.mediaMs(this.#clock.unwrap(frame.timestamp))
    this.#measure(mediaMs)
    if (frame.keyframe) this.#lastKeyframeMs = frame.arrivalMs
    const { keyframe, arrivalMs, chunks, sizeBytes, format } = frame
    const sample = { mediaMs, nominalMs: this.#frameMs, arrivalMs, keyframe, chunks, sizeBytes }
    const result = this.#writer.add(sample, { format })
    const isDue = arrivalMs - this.#lastKeyframeMs >= KEYFRAME_INTERVAL_MS
    if (result === 'dropped' || isDue) this.ask(arrivalMs)
  }

  #measure(mediaMs: number): void {
    if (this.#lastMediaMs !== undefined) {
      const { shortest, longest } = FRAME_LIMITS_MS
      this.#frameMs = Math.min(longest, Math.max(shortest, mediaMs - this.#lastMediaMs))
    }
    this.#lastMediaMs = mediaMs
  }
}
