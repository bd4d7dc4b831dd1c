import { OPUS_CLOCK_RATE_HZ, opusDurationSamples, opusSilence } from './rtp/opus.ts'
import type { RtpPacket } from './rtp/parse.ts'
import type { RtpClock } from './rtp/rtp-clock.ts'
import type { TrackFormat } from './sample.ts'
import { PART_GAP_MS, type TrackWriter } from './track-writer.ts'

/** A hole longer than this is filled with silence; one packet of 20 ms lost leaves 20. */
const FILL_ABOVE_SAMPLES = 10 * (OPUS_CLOCK_RATE_HZ / 1_000)
const PART_GAP_SAMPLES = PART_GAP_MS * (OPUS_CLOCK_RATE_HZ / 1_000)

/** Opus packets in order → samples of a track, holes filled so that the sound never runs ahead of the picture. */
export class OpusInput {
  readonly #clock: RtpClock
  readonly #writer: TrackWriter
  readonly #format: TrackFormat
  #expected: number | undefined

  constructor({ clock, writer, channels }: { clock: RtpClock; writer: TrackWriter; channels: number }) {
    this.#clock = clock
    this.#writer = writer
    this.#format = { codec: 'opus', codecString: 'opus', channels }
  }

  push(packet: RtpPacket): void {
    const samples = opusDurationSamples(packet.payload)
    if (samples === undefined) return
    const time = this.#clock.unwrap(packet.timestamp)
    const hole = this.#expected === undefined ? 0 : time - this.#expected
    if (hole < -samples) return
    if (hole > FILL_ABOVE_SAMPLES && hole <= PART_GAP_SAMPLES) this.#fill(time - hole, { hole, packet })
    this.#add(packet.payload, { time, samples, arrivalMs: packet.arrivalMs })
    this.#expected = time + samples
  }

  /** Forget where the last packet ended: the next one begins anew. */
  restart(): void {
    this.#expected = undefined
  }

  #fill(from: number, { hole, packet }: { hole: number; packet: RtpPacket }): void {
    let time = from
    for (const silence of opusSilence(hole)) {
      this.#add(silence.packet, { time, samples: silence.samples, arrivalMs: packet.arrivalMs })
      time += silence.samples
    }
  }

  #add(payload: Buffer, { time, samples, arrivalMs }: { time: number; samples: number; arrivalMs: number }): void {
    this.#writer.add(
      {
        mediaMs: this.#clock.mediaMs(time),
        nominalMs: (samples * 1_000) / OPUS_CLOCK_RATE_HZ,
        arrivalMs,
        keyframe: true,
        chunks: [payload],
        sizeBytes: payload.length,
      },
      { format: this.#format },
    )
  }
}
