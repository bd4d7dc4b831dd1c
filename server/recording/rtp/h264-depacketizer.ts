import { h264CodecString, readSpsSize } from './h264-sps.ts'
import type { VideoFormat } from '../sample.ts'
import type { DepacketizerOutput } from './media-frame.ts'
import type { RtpPacket } from './parse.ts'

const NAL = { idr: 5, sps: 7, pps: 8, delimiter: 9, stapA: 24, fuA: 28 }
const FU_START = 0x80
const FU_END = 0x40

/** A NAL unit as the pieces it came in; joined only on disk. */
type Nal = { type: number; pieces: Buffer[] }

/**
 * RTP to H.264 pictures: RFC 6184, packetization-mode 0 and 1 (single NAL, STAP-A, FU-A). Pictures come out with
 * four-byte lengths before each NAL (as MP4 stores them), parameter sets taken out into `format`. After a gap nothing
 * comes out until the next whole keyframe.
 */
export class H264Depacketizer {
  #nals: Nal[] = []
  #fragment: Nal | undefined
  #timestamp: number | undefined
  #arrivalMs = 0
  #awaitsKeyframe = true
  #sps: Buffer | undefined
  #pps: Buffer | undefined
  #format: VideoFormat | undefined

  /** Packets are missing here. */
  gap(): void {
    this.#awaitsKeyframe = true
    this.#dropPicture()
  }

  push(packet: RtpPacket): DepacketizerOutput {
    if (this.#timestamp !== undefined && this.#timestamp !== packet.timestamp) {
      // The picture before never saw its marker: its end is lost.
      this.gap()
    }
    if (this.#timestamp === undefined) this.#arrivalMs = packet.arrivalMs
    this.#timestamp = packet.timestamp
    this.#collect(packet.payload)
    return packet.marker ? this.#finishPicture(packet.timestamp) : undefined
  }

  #collect(payload: Buffer): void {
    const type = payload.readUInt8(0) & 0x1f
    if (type === NAL.stapA) this.#collectAggregate(payload)
    else if (type === NAL.fuA) this.#collectFragment(payload)
    else if (type > 0 && type < NAL.stapA) this.#nals.push({ type, pieces: [payload] })
  }

  #collectAggregate(payload: Buffer): void {
    for (let at = 1; at + 2 < payload.length;) {
      const size = payload.readUInt16BE(at)
      const nal = payload.subarray(at + 2, at + 2 + size)
      if (nal.length > 0) this.#nals.push({ type: nal.readUInt8(0) & 0x1f, pieces: [nal] })
      at += 2 + size
    }
  }

  #collectFragment(payload: Buffer): void {
    if (payload.length < 3) return
    const indicator = payload.readUInt8(0)
    const header = payload.readUInt8(1)
    if (header & FU_START) {
      const type = header & 0x1f
      this.#fragment = { type, pieces: [Buffer.from([(indicator & 0xe0) | type])] }
    }
    if (!this.#fragment) {
      this.#awaitsKeyframe = true
      return
    }
    this.#fragment.pieces.push(payload.subarray(2))
    if (header & FU_END) {
      this.#nals.push(this.#fragment)
      this.#fragment = undefined
    }
  }

  #finishPicture(timestamp: number): DepacketizerOutput {
    const nals = this.#nals
    const isWhole = this.#fragment === undefined
    this.#dropPicture()
    if (!isWhole) this.#awaitsKeyframe = true

    const keyframe = isWhole && nals.some((nal) => nal.type === NAL.idr)
    this.#keepParameterSets(nals)
    if (keyframe && this.#format) this.#awaitsKeyframe = false
    if (this.#awaitsKeyframe || !this.#format) return 'broken'

    const chunks: Buffer[] = []
    let sizeBytes = 0
    for (const nal of nals) {
      if (nal.type === NAL.sps || nal.type === NAL.pps || nal.type === NAL.delimiter) continue
      const length = nal.pieces.reduce((sum, piece) => sum + piece.length, 0)
      const prefix = Buffer.allocUnsafe(4)
      prefix.writeUInt32BE(length)
      chunks.push(prefix, ...nal.pieces)
      sizeBytes += 4 + length
    }
    if (sizeBytes === 0) return undefined
    return { keyframe, timestamp, arrivalMs: this.#arrivalMs, chunks, sizeBytes, format: this.#format }
  }

  #keepParameterSets(nals: Nal[]): void {
    const sps = nals.findLast((nal) => nal.type === NAL.sps)
    const pps = nals.findLast((nal) => nal.type === NAL.pps)
    if (sps) this.#sps = Buffer.concat(sps.pieces)
    if (pps) this.#pps = Buffer.concat(pps.pieces)
    if ((!sps && !pps) || !this.#sps || !this.#pps || this.#sps.length < 4) return
    try {
      const size = readSpsSize(this.#sps)
      this.#format = { codec: 'h264', codecString: h264CodecString(this.#sps), ...size, sps: this.#sps, pps: this.#pps }
    } catch (error) {
      // A torn parameter set makes this picture unusable, not the recording: the next keyframe brings a new one.
      if (!(error instanceof RangeError)) throw error
      this.#format = undefined
    }
  }

  #dropPicture(): void {
    this.#nals = []
    this.#fragment = undefined
    this.#timestamp = undefined
  }
}
