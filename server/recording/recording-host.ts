import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import type { HostReply, HostRequest } from './ipc.ts'
import { parsePartFileName } from './part-name.ts'
import type { RecordedTrack } from './recorded-track.ts'
import { failureReason, type RecorderEvent } from './recorder-events.ts'
import { recoverDirectory } from './recover-directory.ts'
import { TrackRecorder } from './track-recorder.ts'
import { UdpPort } from './udp-port.ts'

const TICK_MS = 100
/** A part's start is estimated from arrivals and may lie a little before the recorder's own. */
const CLOCK_TOLERANCE_MS = 1_000

export type RecordingHostOptions = {
  directory: string
  now: () => number
  emit: (event: RecorderEvent) => void
}

type HostedTrack = { recorder: TrackRecorder; socket: UdpPort }

/** What runs inside the recorder process: sockets, tracks and their timer. */
export class RecordingHost {
  readonly #options: RecordingHostOptions
  readonly #leftovers: ReadonlySet<string>
  readonly #tracks = new Map<string, HostedTrack>()
  readonly #timer: NodeJS.Timeout
  #closing: Promise<void> | undefined

  /** Makes the directory when it is missing. */
  static async create(options: RecordingHostOptions): Promise<RecordingHost> {
    await mkdir(options.directory, { recursive: true })
    const names = (await readdir(options.directory)).filter((name) => parsePartFileName(name))
    return new RecordingHost({ ...options, leftovers: new Set(names) })
  }

  private constructor(options: RecordingHostOptions & { leftovers: ReadonlySet<string> }) {
    this.#options = options
    this.#leftovers = options.leftovers
    this.#timer = setInterval(() => this.#tick(), TICK_MS)
  }

  async handle(request: Exclude<HostRequest, { type: 'start' }>): Promise<HostReply> {
    switch (request.type) {
      case 'add-track':
        return { type: 'listening', rtpPort: await this.#addTrack(request) }
      case 'remove-track':
        await this.#removeTrack(request.trackId)
        return { type: 'done' }
      case 'pause-track':
        this.#tracks.get(request.trackId)?.recorder.pause(this.#options.now())
        return { type: 'done' }
      case 'resume-track':
        this.#tracks.get(request.trackId)?.recorder.resume(this.#options.now())
        return { type: 'done' }
      case 'recover':
        await this.#recover(request)
        return { type: 'done' }
      case 'close':
        await this.close()
        return { type: 'done' }
      default:
        return request satisfies never
    }
  }

  /** Idempotent. Resolves when all files are finalised and all ports are free. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #addTrack({ track, rtpPort }: { track: RecordedTrack; rtpPort?: number | undefined }): Promise<number> {
    if (this.#tracks.has(track.trackId)) throw new Error(`Track ${track.trackId} is being recorded already.`)
    const { directory, now, emit } = this.#options
    const recorder = new TrackRecorder({
      track,
      directory,
      firstPartIndex: await nextPartIndex(directory, { trackId: track.trackId }),
      emit,
    })
    const socket = await UdpPort.open({
      preferredPort: rtpPort,
      onDatagram: (datagram) => recorder.receive(datagram, { arrivalMs: now() }),
      onError: (error) =>
        emit({ type: 'failed', trackId: track.trackId, reason: failureReason(error), message: error.message }),
    })
    if (this.#closing || this.#tracks.has(track.trackId)) {
      await socket.close()
      throw new Error('The recorder was closed meanwhile, or the track was added twice.')
    }
    this.#tracks.set(track.trackId, { recorder, socket })
    return socket.port
  }

  async #removeTrack(trackId: string): Promise<void> {
    const track = this.#tracks.get(trackId)
    if (!track) return
    this.#tracks.delete(trackId)
    await track.socket.close()
    await track.recorder.close(this.#options.now())
  }

  async #recover({ notBefore }: { notBefore: number }): Promise<void> {
    const { directory, emit } = this.#options
    const isLeftover = (file: string) => this.#leftovers.has(path.basename(file))
    const { parts } = await recoverDirectory(directory, { except: (file) => !isLeftover(file) })
    const ours = parts.filter((part) => part.startedAtEpochMs >= notBefore - CLOCK_TOLERANCE_MS)
    for (const part of ours) emit({ type: 'part-closed', ...part, finalized: true })
  }

  async #close(): Promise<void> {
    clearInterval(this.#timer)
    await Promise.all([...this.#tracks.keys()].map((trackId) => this.#removeTrack(trackId)))
  }

  #tick(): void {
    const nowMs = this.#options.now()
    for (const { recorder } of this.#tracks.values()) recorder.tick(nowMs)
  }
}

async function nextPartIndex(directory: string, { trackId }: { trackId: string }): Promise<number> {
  const parts = (await readdir(directory)).map(parsePartFileName).filter((part) => part?.trackId === trackId)
  return Math.max(-1, ...parts.map((part) => part?.partIndex ?? -1)) + 1
}
