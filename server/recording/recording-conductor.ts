import { AppError } from '#core/contract/errors.ts'
import { isOpenRecording } from '#core/domain/recording/recording-state.ts'
import type { MediaRooms } from '#server/media/media-rooms.ts'
import type { Clock } from '#server/usecases/ports.ts'
import type { RecordingJobs } from '#server/usecases/recording/ports.ts'
import type { RecordingControl } from '#server/usecases/seminar/ports.ts'
import { SessionRecording } from './session-recording.ts'
import { settleParts, type SettleDeps } from './settle-parts.ts'

export interface ConductorDeps extends SettleDeps {
  rooms: MediaRooms
  jobs: RecordingJobs
  clock: Clock
  nodeId: string
}

/** Every recording that this node makes. */
export class RecordingConductor implements RecordingControl {
  readonly #deps: ConductorDeps
  readonly #live = new Map<string, Promise<SessionRecording>>()
  #closed = false

  constructor(deps: ConductorDeps) {
    this.#deps = deps
  }

  /** [REC2] After a restart the same recording goes on: what lies in its folder is made whole first. */
  async start({ recordingId }: { sessionId: string; recordingId: string }): Promise<void> {
    if (this.#closed) throw new AppError('UNAVAILABLE', '服务器正在重启，请稍候。', { retryAfterMs: 1_000 })
    let opening = this.#live.get(recordingId)
    if (opening === undefined) {
      opening = this.#open(recordingId)
      this.#live.set(recordingId, opening)
    }
    try {
      await opening
    } catch (error) {
      this.#live.delete(recordingId)
      throw error
    }
  }

  async stop({ recordingId, endMs }: { sessionId: string; recordingId: string; endMs: number }): Promise<void> {
    await this.#suspend(recordingId)
    await this.#finish(recordingId, { endMs })
  }

  /**
   * After a start, once the running sessions have been taken up: recordings that nobody goes on with are finished, and
   * jobs whose order was lost are ordered again. No person is needed.
   */
  async recover(): Promise<void> {
    const { store, nodeId, log } = this.#deps
    for (const { recordingId, status } of await store.unfinished(nodeId)) {
      if (this.#live.has(recordingId)) continue
      try {
        if (isOpenRecording(status)) await this.#finishLost(recordingId)
        else await this.#deps.jobs.finalize(recordingId)
        log.info({ recordingId, status }, 'recording_recovered')
      } catch (error) {
        log.error({ recordingId, err: error }, 'recording_not_recovered')
      }
    }
  }

  /** Idempotent. Every file is closed; recordings of running sessions stay open, and go on after the next start. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#live.keys()].map((recordingId) => this.#suspend(recordingId)))
  }

  async #open(recordingId: string): Promise<SessionRecording> {
    const { store } = this.#deps
    const recording = await store.find(recordingId)
    if (recording === null) throw new AppError('NOT_FOUND', '没有这次录制。')
    if (!isOpenRecording(recording.status)) throw new AppError('CONFLICT', '这次录制已经结束。')
    await settleParts(this.#deps, recording)
    const live = await SessionRecording.start({ ...this.#deps, recording })
    // It may have been active before the restart: then there is no step.
    await store.move(recordingId, { from: ['starting'], to: 'active' })
    return live
  }

  async #suspend(recordingId: string): Promise<void> {
    const opening = this.#live.get(recordingId)
    if (opening === undefined) return
    const live = await opening.catch(() => null)
    await live?.close()
    this.#live.delete(recordingId)
  }

  async #finish(recordingId: string, { endMs }: { endMs: number }): Promise<void> {
    const { store, jobs } = this.#deps
    if (await store.move(recordingId, { from: ['active'], to: 'processing', endMs })) await jobs.finalize(recordingId)
  }

  /** The end is where the last thing that was kept ends. */
  async #finishLost(recordingId: string): Promise<void> {
    const { store } = this.#deps
    const before = await store.find(recordingId)
    if (before === null) return
    await settleParts(this.#deps, before)
    const settled = await store.find(recordingId)
    const ends = (settled?.tracks ?? []).flatMap(({ parts }) => parts.map((part) => part.startMs + part.durationMs))
    if (ends.length === 0 && before.status === 'starting') {
      await store.move(recordingId, { from: ['starting'], to: 'aborted', failure: 'stopped before it began' })
      return
    }
    await store.move(recordingId, { from: ['starting'], to: 'active' })
    await this.#finish(recordingId, { endMs: Math.max(before.startMs, ...ends) })
  }
}
