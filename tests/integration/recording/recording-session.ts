import { EventEmitter, on } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Recorder } from '#server/recording/recorder.ts'
import type { PartClosed, RecorderEvent } from '#server/recording/recorder-events.ts'

/** A recorder in a folder of its own, with everything it told. */
export class RecordingSession {
  readonly directory: string
  readonly recorder: Recorder
  readonly events: RecorderEvent[]
  readonly #news: EventEmitter

  static async start({ directory }: { directory?: string } = {}): Promise<RecordingSession> {
    const folder = directory ?? (await mkdtemp(path.join(tmpdir(), 'tongke-recording-')))
    const events: RecorderEvent[] = []
    const news = new EventEmitter()
    const onEvent = (event: RecorderEvent) => {
      events.push(event)
      news.emit('event', event)
    }
    return new RecordingSession({
      directory: folder,
      recorder: await Recorder.start({ directory: folder, onEvent }),
      events,
      news,
    })
  }

  private constructor(options: { directory: string; recorder: Recorder; events: RecorderEvent[]; news: EventEmitter }) {
    this.directory = options.directory
    this.recorder = options.recorder
    this.events = options.events
    this.#news = options.news
  }

  of<T extends RecorderEvent['type']>(type: T): Extract<RecorderEvent, { type: T }>[] {
    return this.events.filter((event): event is Extract<RecorderEvent, { type: T }> => event.type === type)
  }

  closedParts(trackId: string): PartClosed[] {
    return this.of('part-closed').filter((part) => part.trackId === trackId)
  }

  /** Resolves as soon as `condition` holds; looked at on every event. */
  async until(condition: () => boolean, { timeoutMs = 15_000 }: { timeoutMs?: number } = {}): Promise<void> {
    if (condition()) return
    for await (const _ of on(this.#news, 'event', { signal: AbortSignal.timeout(timeoutMs) })) {
      if (condition()) return
    }
  }

  async dispose(): Promise<void> {
    await this.recorder.close()
    await rm(this.directory, { recursive: true, force: true })
  }
}

/** Runs `body` with a recorder of its own, so that tests may run beside each other. */
export async function withSession(body: (session: RecordingSession) => Promise<void>): Promise<void> {
  const session = await RecordingSession.start()
  try {
    await body(session)
  } finally {
    await session.dispose()
  }
}
