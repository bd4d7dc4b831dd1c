import type { MediaRoom } from '#server/media/media-room.ts'
import type { MediaRooms } from '#server/media/media-rooms.ts'
import type { MediaProducer } from '#server/media/room-producers.ts'
import type { Clock } from '#server/usecases/ports.ts'
import type { RecordingRecord } from '#server/usecases/recording/ports.ts'
import { participantIdOfPeer } from '#server/usecases/seminar/media-peer-id.ts'
import { toPartFacts } from './part-row.ts'
import type { RecorderEvent } from './recorder-events.ts'
import { Recorder } from './recorder.ts'
import type { SettleDeps } from './settle-parts.ts'
import { TappedTrack } from './tapped-track.ts'

/** After a track could not be tapped for a reason that no event will end. */
const RETRY_AFTER_MS = 1_000

export interface SessionRecordingOptions extends SettleDeps {
  recording: Pick<RecordingRecord, 'id' | 'sessionId' | 'zeroEpochMs'>
  rooms: MediaRooms
  clock: Clock
}

/**
 * Keeps everything that is sent in one session's room, whatever happens to the room: one track for each participant and
 * source, a new part each time its producer comes back. Rows of parts are written as files open and close.
 */
export class SessionRecording {
  readonly #options: SessionRecordingOptions
  readonly #recorder: Recorder
  readonly #tracks = new Map<string, TappedTrack>()
  readonly #stale = new Set<string>()
  readonly #onOpened = (room: MediaRoom) => this.#watch(room)
  readonly #unwatch: (() => void)[] = []
  #rows: Promise<void> = Promise.resolve()
  #pass: Promise<void> | null = null
  #again = false
  #retry: NodeJS.Timeout | undefined
  #closing: Promise<void> | undefined

  /** Resolves when everything that is sent now is being kept. */
  static async start(options: SessionRecordingOptions): Promise<SessionRecording> {
    const { folder, clock, recording } = options
    // The recorder tells of nothing before it has tracks.
    let told: (event: RecorderEvent) => void = () => undefined
    const recorder = await Recorder.start({
      directory: folder.of(recording.id),
      now: () => clock.nowEpochMs(),
      onEvent: (event) => told(event),
    })
    const session = new SessionRecording(options, recorder)
    told = (event) => session.#hear(event)
    await session.#pass
    return session
  }

  private constructor(options: SessionRecordingOptions, recorder: Recorder) {
    this.#options = options
    this.#recorder = recorder
    const { rooms, recording } = options
    rooms.on('opened', this.#onOpened)
    const room = rooms.find(recording.sessionId)
    if (room !== null) this.#watch(room)
  }

  /** Idempotent. Resolves when nothing is kept any more, every file is finished, and its row says so. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    this.#options.rooms.off('opened', this.#onOpened)
    for (const unwatch of this.#unwatch) unwatch()
    clearTimeout(this.#retry)
    await this.#pass
    await Promise.all([...this.#tracks.values()].map((track) => track.leave()))
    await this.#recorder.close()
    await this.#rows
  }

  #watch(room: MediaRoom): void {
    if (room.sessionId !== this.#options.recording.sessionId) return
    const look = () => this.#reconcile()
    room.on('producer-added', look)
    room.on('producer-removed', look)
    this.#unwatch.push(() => room.off('producer-added', look).off('producer-removed', look))
    this.#reconcile()
  }

  /** Makes what is kept match what is sent. One pass at a time; what happens during one is seen by the next. */
  #reconcile(): void {
    if (this.#closing !== undefined) return
    this.#again = true
    this.#pass ??= this.#passes().finally(() => {
      this.#pass = null
    })
  }

  async #passes(): Promise<void> {
    while (this.#again && this.#closing === undefined) {
      this.#again = false
      const sent = this.#sentNow()
      const gone = [...this.#tracks].filter(([key, track]) => track.isFollowing && !sent.has(key))
      await Promise.all([
        ...gone.map(([, track]) => track.leave()),
        ...[...sent].map(([key, producer]) => this.#keep(key, producer)),
      ])
    }
  }

  /** The newest producer of each participant and source: an older one of the same is the ghost of a lost connection. */
  #sentNow(): Map<string, MediaProducer> {
    const room = this.#options.rooms.find(this.#options.recording.sessionId)
    const producers = room?.producers ?? []
    return new Map(
      producers.map((producer) => [`${participantIdOfPeer(producer.peerId)} ${producer.source}`, producer]),
    )
  }

  async #keep(key: string, producer: MediaProducer): Promise<void> {
    const { rooms, recording, log } = this.#options
    const known = this.#tracks.get(key)
    const isStale = known !== undefined && this.#stale.delete(known.trackId)
    if (known?.producerId === producer.producerId && !isStale) return
    try {
      const track = known ?? (await this.#takeTrack(key, producer))
      const room = rooms.find(recording.sessionId)
      if (room !== null) await track.follow(producer, { room })
    } catch (error) {
      const isStillSent = this.#sentNow().get(key)?.producerId === producer.producerId
      if (!isStillSent) return
      log.warn({ recordingId: recording.id, source: producer.source, err: error }, 'track_not_tapped')
      clearTimeout(this.#retry)
      this.#retry = setTimeout(() => this.#reconcile(), RETRY_AFTER_MS)
    }
  }

  async #takeTrack(key: string, { peerId, source, kind }: MediaProducer): Promise<TappedTrack> {
    const { store, recording, ids, log } = this.#options
    const participantId = participantIdOfPeer(peerId)
    const trackId = await store.takeTrack(recording.id, { newId: ids.next(), participantId, source, kind })
    const track = new TappedTrack({ trackId, recorder: this.#recorder, log, onLost: () => this.#reconcile() })
    this.#tracks.set(key, track)
    return track
  }

  #hear(event: RecorderEvent): void {
    const { recording, log } = this.#options
    switch (event.type) {
      case 'part-opened':
      case 'part-moved':
        this.#save(toPartFacts(event, { zeroEpochMs: recording.zeroEpochMs, growth: { state: 'open' } }))
        return
      case 'part-closed': {
        const { durationMs, sizeBytes } = event
        const growth = { state: 'closed', durationMs, sizeBytes } as const
        this.#save(toPartFacts(event, { zeroEpochMs: recording.zeroEpochMs, growth }))
        return
      }
      case 'keyframe-needed':
        this.#find(event.trackId)?.requestKeyFrame()
        return
      case 'restarted':
        this.#afterRestart(event.tracks)
        return
      case 'failed':
        log.error({ recordingId: recording.id, ...event }, 'recording_failing')
        return
      case 'fragment':
        return
      default:
        event satisfies never
    }
  }

  /** The new process listens on the ports of the old one, and lacks a keyframe; a port that was taken is a new way. */
  #afterRestart(tracks: readonly { trackId: string; rtpPort: number }[]): void {
    this.#options.log.warn({ recordingId: this.#options.recording.id }, 'recorder_restarted')
    for (const { trackId, rtpPort } of tracks) {
      const track = this.#find(trackId)
      if (track?.sendsTo(rtpPort) === false) this.#stale.add(trackId)
      else track?.requestKeyFrame()
    }
    if (this.#stale.size > 0) this.#reconcile()
  }

  #find(trackId: string): TappedTrack | undefined {
    return [...this.#tracks.values()].find((track) => track.trackId === trackId)
  }

  /** In order. A row that cannot be written now is made right when the recording is finished. */
  #save(part: ReturnType<typeof toPartFacts>): void {
    const { store, recording, ids, log } = this.#options
    this.#rows = this.#rows
      .then(() => store.savePart({ ...part, recordingId: recording.id, newId: ids.next() }))
      .catch((error: unknown) => log.warn({ recordingId: recording.id, err: error }, 'part_row_not_written'))
  }
}
