import { mkdir } from 'node:fs/promises'
import { toPartFacts } from '#server/recording/part-row.ts'
import type { RecordedTrack } from '#server/recording/recorded-track.ts'
import type { RecorderEvent } from '#server/recording/recorder-events.ts'
import type { RecordingFolder } from '#server/recording/recording-folder.ts'
import { TrackRecorder } from '#server/recording/track-recorder.ts'
import type { Ids } from '#server/usecases/ports.ts'
import type { PartFacts, RecordingJobs, RecordingStore } from '#server/usecases/recording/ports.ts'
import type { RecordingControl } from '#server/usecases/seminar/ports.ts'
import { RtpPacketizer } from './elementary-streams.ts'
import type { Film } from './finished-activity-film.ts'

const TICK_MS = 100

export interface TapeOptions {
  films: readonly Film[]
  participantIdOf: (name: string) => string
  folder: RecordingFolder
  store: RecordingStore
  jobs: RecordingJobs
  ids: Ids
}

/** Records films as if they came from the room: through the recorder's own RTP path, on a clock of the past. */
export class DemoTape implements RecordingControl {
  readonly #options: TapeOptions

  constructor(options: TapeOptions) {
    this.#options = options
  }

  async start({ recordingId }: { sessionId: string; recordingId: string }): Promise<void> {
    await this.#options.store.move(recordingId, { from: ['starting'], to: 'active' })
  }

  async stop({ recordingId, endMs }: { sessionId: string; recordingId: string; endMs: number }): Promise<void> {
    const { store, films, folder, jobs } = this.#options
    const recording = await store.find(recordingId)
    if (recording?.status !== 'active') return
    await mkdir(folder.of(recordingId), { recursive: true })
    await Promise.all(films.map((film) => this.#record(film, recording)))
    await store.move(recordingId, { from: ['active'], to: 'processing', endMs })
    await jobs.finalize(recordingId)
  }

  async #record(film: Film, { id: recordingId, zeroEpochMs }: { id: string; zeroEpochMs: number }): Promise<void> {
    const { store, ids, folder, participantIdOf } = this.#options
    const { name, source, look } = film.shot
    const kind = look.kind === 'voice' ? 'audio' : 'video'
    const participantId = participantIdOf(name)
    const trackId = await store.takeTrack(recordingId, { newId: ids.next(), participantId, source, kind })
    const parts: PartFacts[] = []
    const emit = (event: RecorderEvent) => {
      if (event.type !== 'part-closed') return
      const { durationMs, sizeBytes } = event
      parts.push(toPartFacts(event, { zeroEpochMs, growth: { state: 'closed', durationMs, sizeBytes } }))
    }
    await playInto(film, { directory: folder.of(recordingId), trackId, kind, zeroEpochMs, emit })
    for (const part of parts) await store.savePart({ ...part, recordingId, newId: ids.next() })
  }
}

interface PlayOptions {
  directory: string
  trackId: string
  kind: 'audio' | 'video'
  zeroEpochMs: number
  emit: (event: RecorderEvent) => void
}

async function playInto(film: Film, { directory, trackId, kind, zeroEpochMs, emit }: PlayOptions): Promise<void> {
  const rtp = { payloadType: 100, ssrc: 1 }
  const track: RecordedTrack =
    kind === 'audio'
      ? { trackId, kind, codec: 'opus', clockRate: 48_000, channels: 2, ...rtp }
      : { trackId, kind, codec: 'h264', clockRate: 90_000, ...rtp }
  const recorder = new TrackRecorder({ track, directory, firstPartIndex: 0, emit })
  const packetizer = new RtpPacketizer(rtp)
  const { units, unitsPerSecond, shot } = film
  let nowMs = zeroEpochMs + shot.fromS * 1_000
  for (const [index, unit] of units.entries()) {
    const arrivalMs = zeroEpochMs + shot.fromS * 1_000 + (index * 1_000) / unitsPerSecond
    for (; nowMs + TICK_MS < arrivalMs; nowMs += TICK_MS) recorder.tick(nowMs)
    const timestamp = Math.round((index * track.clockRate) / unitsPerSecond)
    for (const packet of packetizer.packetize(unit, { timestamp })) recorder.receive(packet, { arrivalMs })
  }
  await recorder.close(nowMs)
}
