import type { HostRequest } from './ipc.ts'
import { monotonicMs } from './ipc.ts'
import type { RecordedTrack } from './recorded-track.ts'
import { RecorderChild, RecorderLostError } from './recorder-child.ts'
import type { RecorderEvent } from './recorder-events.ts'

/** A recorder that dies again and again is given up. */
const RESTARTS_ALLOWED = 5
const RESTARTS_WITHIN_MS = 30_000

export type RecorderOptions = {
  /** Made when missing; one recorder at a time. */
  directory: string
  onEvent: (event: RecorderEvent) => void
  /** The clock of all times that are told, in epoch milliseconds. */
  now?: () => number
}

type Kept = { track: RecordedTrack; isPaused: boolean; rtpPort: number | undefined }

/**
 * Records RTP streams into `directory`, in a process of its own: nothing it does delays the room, and files are closed
 * well when the server is killed. When the recorder process itself is killed, one that was waiting takes over: its tracks
 * listen on the same ports, and what the other left is finished (`restarted`, then `part-closed` of the old parts).
 */
export class Recorder {
  readonly #options: Required<RecorderOptions>
  readonly #tracks = new Map<string, Kept>()
  /** Files of parts that were told of, by what was told last. */
  readonly #parts = new Map<string, 'open' | 'closed'>()
  #child: RecorderChild
  /** A process that has loaded its code and records nothing: to begin one takes a second on a busy machine. */
  #standby: RecorderChild | undefined
  #ready: Promise<void>
  readonly #startedAtEpochMs: number
  #restartedAtMs: number[] = []
  #closing: Promise<void> | undefined

  /** Rejects when the directory cannot be used. */
  static async start(options: RecorderOptions): Promise<Recorder> {
    const recorder = new Recorder({ now: Date.now, ...options })
    try {
      await recorder.#ready
    } catch (error) {
      await recorder.close()
      throw error
    }
    recorder.#prepareStandby()
    return recorder
  }

  private constructor(options: Required<RecorderOptions>) {
    this.#options = options
    this.#startedAtEpochMs = options.now()
    this.#child = this.#fork()
    this.#ready = this.#begin(this.#child)
  }

  /** Of the recorder process, for measuring. */
  get pid(): number | undefined {
    return this.#child.pid
  }

  /**
   * Listens for the stream on a UDP port of 127.0.0.1: connect a PlainTransport to it (rtcpMux, no comedia), then
   * consume. Rejects with RecorderRefusedError when the track is recorded already.
   */
  async addTrack(track: RecordedTrack): Promise<{ rtpPort: number }> {
    if (this.#closing) throw new Error('The recorder is closed.')
    if (this.#tracks.has(track.trackId)) throw new Error(`Track ${track.trackId} is being recorded already.`)
    const kept: Kept = { track, isPaused: false, rtpPort: undefined }
    this.#tracks.set(track.trackId, kept)
    try {
      await this.#ready
      kept.rtpPort ??= await this.#listen(this.#child, { kept })
    } catch (error) {
      if (error instanceof RecorderLostError && !this.#closing) await this.#ready
      else this.#tracks.delete(track.trackId)
      if (kept.rtpPort === undefined) throw error
    }
    return { rtpPort: kept.rtpPort }
  }

  /** Resolves when the track's files are finalised. Unknown tracks are fine. */
  async removeTrack(trackId: string): Promise<void> {
    if (!this.#tracks.delete(trackId)) return
    await this.#tell({ type: 'remove-track', trackId })
  }

  /** Nothing of the track is kept from now until resumeTrack; its part is closed. Idempotent. */
  async pauseTrack(trackId: string): Promise<void> {
    const kept = this.#tracks.get(trackId)
    if (!kept) return
    kept.isPaused = true
    await this.#tell({ type: 'pause-track', trackId })
  }

  /** The track goes on in a new part. Idempotent. */
  async resumeTrack(trackId: string): Promise<void> {
    const kept = this.#tracks.get(trackId)
    if (!kept) return
    kept.isPaused = false
    await this.#tell({ type: 'resume-track', trackId })
  }

  /** Idempotent. Resolves when every file is finalised, the last event told, and the process gone. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    try {
      await this.#tell({ type: 'close' })
    } finally {
      this.#tracks.clear()
      await Promise.all([this.#child.leave(), this.#standby?.leave()])
    }
  }

  /** A process lost on the way has nothing to be told: the next one takes the state from #tracks. */
  async #tell(request: HostRequest): Promise<void> {
    try {
      await this.#ready
      await this.#child.request(request)
    } catch (error) {
      if (!(error instanceof RecorderLostError)) throw error
    }
  }

  #fork(): RecorderChild {
    const child: RecorderChild = RecorderChild.fork({
      onEvent: (event) => this.#onEvent(event),
      onExit: () => this.#onExit(child),
    })
    return child
  }

  async #begin(child: RecorderChild): Promise<void> {
    const { directory, now } = this.#options
    const clock = { epochMs: now(), monotonicMs: monotonicMs() }
    await child.request({ type: 'start', directory, clock })
  }

  #prepareStandby(): void {
    if (!this.#closing) this.#standby ??= this.#fork()
  }

  async #listen(child: RecorderChild, { kept }: { kept: Kept }): Promise<number> {
    const reply = await child.request({ type: 'add-track', track: kept.track, rtpPort: kept.rtpPort })
    if (reply.type !== 'listening') throw new Error('The recorder process gave an answer of another kind.')
    if (kept.isPaused) await child.request({ type: 'pause-track', trackId: kept.track.trackId })
    return reply.rtpPort
  }

  #onEvent(event: RecorderEvent): void {
    if (event.type === 'part-opened') this.#parts.set(event.file, 'open')
    if (event.type === 'part-closed') {
      const told = this.#parts.get(event.file)
      this.#parts.set(event.file, 'closed')
      if (told === 'closed') return
      // The process was killed between writing the part and telling of it.
      if (told === undefined) this.#options.onEvent({ ...event, type: 'part-opened' })
    }
    this.#options.onEvent(event)
  }

  #onExit(child: RecorderChild): void {
    if (this.#standby === child) this.#standby = undefined
    if (this.#closing || this.#child !== child) return
    const nowMs = monotonicMs()
    this.#restartedAtMs = [...this.#restartedAtMs.filter((atMs) => nowMs - atMs < RESTARTS_WITHIN_MS), nowMs]
    if (this.#restartedAtMs.length > RESTARTS_ALLOWED) {
      const message = 'The recorder process dies again and again.'
      this.#options.onEvent({ type: 'failed', reason: 'process-lost', message })
      return
    }
    this.#child = this.#standby ?? this.#fork()
    this.#standby = undefined
    this.#ready = this.#restart(this.#child)
    // Whoever waits for it sees the failure; the exit of this process brings the next try.
    this.#ready.catch(() => undefined)
  }

  async #restart(child: RecorderChild): Promise<void> {
    await this.#begin(child)
    const tracks = await Promise.all(
      [...this.#tracks.values()].map(async (kept) => {
        kept.rtpPort = await this.#listen(child, { kept })
        return { trackId: kept.track.trackId, rtpPort: kept.rtpPort }
      }),
    )
    this.#options.onEvent({ type: 'restarted', tracks })
    void this.#recover(child)
  }

  async #recover(child: RecorderChild): Promise<void> {
    try {
      await child.request({ type: 'recover', notBefore: this.#startedAtEpochMs })
      this.#prepareStandby()
    } catch (error) {
      if (error instanceof RecorderLostError) return
      const message = error instanceof Error ? error.message : String(error)
      this.#options.onEvent({ type: 'failed', reason: 'io', message })
    }
  }
}
