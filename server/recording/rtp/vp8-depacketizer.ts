import type { VideoFormat } from '../sample.ts'
import type { DepacketizerOutput } from './media-frame.ts'
import type { RtpPacket } from './parse.ts'

const KEYFRAME_HEADER_BYTES = 10

/** RTP to VP8 pictures: RFC 7741. After a gap nothing comes out until the next whole keyframe. */
export class Vp8Depacketizer {
  #pieces: Buffer[] = []
  #timestamp: number | undefined
  #arrivalMs = 0
  #hasStart = false
  #awaitsKeyframe = true
  #format: VideoFormat | undefined

  /** Packets are missing here. */
  gap(): void {
    this.#awaitsKeyframe = true
    this.#dropPicture()
  }

  push(packet: RtpPacket): DepacketizerOutput {
    if (this.#timestamp !== undefined && this.#timestamp !== packet.timestamp) this.gap()
    const descriptor = readDescriptor(packet.payload)
    if (!descriptor) {
      this.gap()
      return packet.marker ? this.#finishPicture(packet.timestamp) : undefined
    }
    if (this.#timestamp === undefined) {
      this.#arrivalMs = packet.arrivalMs
      this.#hasStart = descriptor.startsPicture
    }
    this.#timestamp = packet.timestamp
    this.#pieces.push(packet.payload.subarray(descriptor.sizeBytes))
    return packet.marker ? this.#finishPicture(packet.timestamp) : undefined
  }

  #finishPicture(timestamp: number): DepacketizerOutput {
    const chunks = this.#pieces
    const hasStart = this.#hasStart
    this.#dropPicture()
    const sizeBytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
    const format = hasStart ? readKeyframe(chunks[0]) : undefined
    if (!hasStart) this.#awaitsKeyframe = true
    if (format) {
      this.#format = format
      this.#awaitsKeyframe = false
    }
    if (this.#awaitsKeyframe || !this.#format || sizeBytes === 0) return 'broken'
    return {
      keyframe: format !== undefined,
      timestamp,
      arrivalMs: this.#arrivalMs,
      chunks,
      sizeBytes,
      format: this.#format,
    }
  }

  #dropPicture(): void {
    this.#pieces = []
    this.#hasStart = false
    this.#timestamp = undefined
  }
}

/** RFC 7741 §4.2: how long the descriptor is, and whether this packet begins a picture (S set, first partition). */
function readDescriptor(payload: Buffer): { sizeBytes: number; startsPicture: boolean } | undefined {
  const first = payload.readUInt8(0)
  let sizeBytes = 1
  if (first & 0x80) {
    const extension = payload[1]
    if (extension === undefined) return undefined
    sizeBytes = 2
    if (extension & 0x80) {
      const picture = payload[sizeBytes]
      if (picture === undefined) return undefined
      sizeBytes += picture & 0x80 ? 2 : 1
    }
    if (extension & 0x40) sizeBytes += 1
    if (extension & 0x30) sizeBytes += 1
  }
  if (sizeBytes >= payload.length) return undefined
  return { sizeBytes, startsPicture: (first & 0x10) !== 0 && (first & 0x07) === 0 }
}

/** RFC 6386 §9.1: undefined when the picture is not a keyframe. */
function readKeyframe(start: Buffer | undefined): VideoFormat | undefined {
  if (!start || start.length < KEYFRAME_HEADER_BYTES || start.readUInt8(0) & 1) return undefined
  if (start.readUIntBE(3, 3) !== 0x9d012a) return undefined
  const widthPx = start.readUInt16LE(6) & 0x3fff
  const heightPx = start.readUInt16LE(8) & 0x3fff
  return { codec: 'vp8', codecString: 'vp8', widthPx, heightPx }
}
