import { OpusInput } from './opus-input.ts'
import type { RecordedTrack } from './recorded-track.ts'
import type { RecorderEvent } from './recorder-events.ts'
import { CaptureClock } from './rtp/capture-clock.ts'
import { parseRtp } from './rtp/parse.ts'
import { ReorderBuffer, type ReorderOutput } from './rtp/reorder.ts'
import { RtpClock } from './rtp/rtp-clock.ts'
import { parseSenderReports } from './rtp/sender-report.ts'
import { TrackWriter } from './track-writer.ts'
import { VideoInput } from './video-input.ts'

export type TrackRecorderOptions = {
  track: RecordedTrack
  directory: string
  firstPartIndex: number
  emit: (event: RecorderEvent) => void
}

type Input = { kind: 'audio'; opus: OpusInput } | { kind: 'video'; video: VideoInput }

/** Records one RTP stream: datagrams (RTP, and the RTCP that comes to the same port) and the passing of time in, files and events out. */
export class TrackRecorder {
  readonly #options: TrackRecorderOptions
  readonly #writer: TrackWriter
  #clock: RtpClock
  readonly #capture = new CaptureClock()
  #reorder = new ReorderBuffer()
  #input: Input
  #isPaused = false

  constructor(options: TrackRecorderOptions) {
    const { track, directory, firstPartIndex, emit } = options
    this.#options = options
    this.#clock = new RtpClock({ clockRateHz: track.clockRate })
    this.#writer = new TrackWriter({
      directory,
      trackId: track.trackId,
      firstPartIndex,
      clockOffsetMs: () => this.#offsetMs() ?? 0,
      emit,
    })
    this.#input = this.#createInput()
  }

  receive(datagram: Buffer, { arrivalMs }: { arrivalMs: number }): void {
    if (this.#isPaused) return
    const { track } = this.#options
    const packet = parseRtp(datagram, { arrivalMs })
    if (!packet) return this.#report(datagram, { arrivalMs })
    if (packet.ssrc !== track.ssrc || packet.payloadType !== track.payloadType) return
    if (this.#clock.observe(packet) === 'jumped') this.#beginAnew(arrivalMs)
    this.#take(this.#reorder.push(packet), { nowMs: arrivalMs })
  }

  /** Call some ten times a second. */
  tick(nowMs: number): void {
    this.#take(this.#reorder.drain(nowMs), { nowMs })
    this.#writer.tick(nowMs)
  }

  /** Nothing is kept until resume. Idempotent. */
  pause(nowMs: number): void {
    if (this.#isPaused) return
    this.#isPaused = true
    this.#take(this.#reorder.flush(), { nowMs })
    this.#writer.endPart()
  }

  /** Begins a new part. Idempotent. */
  resume(nowMs: number): void {
    if (!this.#isPaused) return
    this.#isPaused = false
    this.#clock = new RtpClock({ clockRateHz: this.#options.track.clockRate })
    this.#capture.restart()
    this.#reorder = new ReorderBuffer()
    this.#input = this.#createInput()
    if (this.#input.kind === 'video') this.#input.video.ask(nowMs)
  }

  /** Resolves when every part is finalised. */
  async close(nowMs: number): Promise<void> {
    this.pause(nowMs)
    await this.#writer.close()
  }

  #report(datagram: Buffer, { arrivalMs }: { arrivalMs: number }): void {
    for (const { ssrc, ntpMs, timestamp } of parseSenderReports(datagram)) {
      const arrivalOffsetMs = this.#clock.offsetMs()
      if (ssrc !== this.#options.track.ssrc || arrivalOffsetMs === undefined) continue
      const mediaMs = this.#clock.mediaMs(this.#clock.unwrap(timestamp))
      this.#capture.observe({ ntpMs, mediaMs, arrivalMs }, { arrivalOffsetMs })
    }
  }

  /** Wall clock minus the sender's clock, at capture. */
  #offsetMs(): number | undefined {
    const arrivalOffsetMs = this.#clock.offsetMs()
    return arrivalOffsetMs === undefined ? undefined : arrivalOffsetMs - this.#capture.lagMs({ arrivalOffsetMs })
  }

  #take(outputs: ReorderOutput[], { nowMs }: { nowMs: number }): void {
    const input = this.#input
    for (const output of outputs) {
      if (input.kind === 'audio') {
        // Lost sound shows in the timestamps of what follows.
        if (output !== 'gap') input.opus.push(output)
      } else if (output === 'gap') input.video.gap(nowMs)
      else input.video.push(output)
    }
  }

  /** The sender's clock began anew. What still waits belongs to the old one, and its time is not known any more. */
  #beginAnew(nowMs: number): void {
    this.#reorder = new ReorderBuffer()
    this.#capture.restart()
    this.#writer.endPart()
    if (this.#input.kind === 'audio') this.#input.opus.restart()
    else this.#input.video.gap(nowMs)
  }

  #createInput(): Input {
    const { track, emit } = this.#options
    const clock = this.#clock
    const writer = this.#writer
    if (track.kind === 'audio') {
      return { kind: 'audio', opus: new OpusInput({ clock, writer, channels: track.channels }) }
    }
    const askKeyframe = () => {
      if (!this.#isPaused) emit({ type: 'keyframe-needed', trackId: track.trackId })
    }
    return { kind: 'video', video: new VideoInput({ codec: track.codec, clock, writer, askKeyframe }) }
  }
}
