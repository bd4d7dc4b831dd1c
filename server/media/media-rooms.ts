import { EventEmitter } from 'node:events'
import { MediaError } from './media-error.ts'
import { MediaRoom } from './media-room.ts'
import type { WorkerPool } from './worker-pool.ts'

/** A worker may die just after it was chosen; one that takes this many rooms down in a row is not chance. */
const CREATE_ATTEMPTS = 3

type MediaRoomsEvents = {
  /** A room stands: subscribe to its events here, before anything happens in it. */
  opened: [MediaRoom]
  /**
   * In the tick in which a room's worker dies: tell its clients now, their browsers alone would need 6–16 s. The room is
   * being rebuilt; `getOrCreate` waits for it.
   */
  reset: [{ sessionId: string }]
  /** The rebuild failed; the next `getOrCreate` tries again. */
  'not-rebuilt': [{ sessionId: string; error: unknown }]
}

type Place = { status: 'opening'; opening: Promise<MediaRoom> } | { status: 'open'; room: MediaRoom }

/** One room per session, however many ask at once; rooms whose worker died stand again by themselves. */
export class MediaRooms extends EventEmitter<MediaRoomsEvents> {
  readonly #pool: WorkerPool
  readonly #places = new Map<string, Place>()
  #closed = false

  static create({ pool }: { pool: WorkerPool }): MediaRooms {
    return new MediaRooms(pool)
  }

  private constructor(pool: WorkerPool) {
    super()
    this.#pool = pool
  }

  /** The room as it stands now, `null` while there is none or it is being built. */
  find(sessionId: string): MediaRoom | null {
    const place = this.#places.get(sessionId)
    return place?.status === 'open' ? place.room : null
  }

  /** Throws `NO_WORKER` when none came up in time, `CLOSED` when the session's media was closed meanwhile. */
  async getOrCreate(sessionId: string): Promise<MediaRoom> {
    if (this.#closed) throw new MediaError('CLOSED', 'Media is shut down.')
    const place = this.#places.get(sessionId)
    if (place?.status === 'open') return place.room
    return await (place === undefined ? this.#open(sessionId) : place.opening)
  }

  /** Ends the media of one session, also one that is being built. Idempotent. */
  close(sessionId: string): void {
    const place = this.#places.get(sessionId)
    this.#places.delete(sessionId)
    if (place?.status === 'open') place.room.close()
  }

  /** Idempotent. The pool is its owner's. */
  closeAll(): void {
    this.#closed = true
    for (const sessionId of [...this.#places.keys()]) this.close(sessionId)
  }

  #open(sessionId: string): Promise<MediaRoom> {
    const opening: Promise<MediaRoom> = this.#build(sessionId).then(
      (room) => this.#settle({ room, wanted: this.#isOpening(sessionId, opening) }),
      (error: unknown) => {
        if (this.#isOpening(sessionId, opening)) this.#places.delete(sessionId)
        throw error
      },
    )
    this.#places.set(sessionId, { status: 'opening', opening })
    return opening
  }

  #isOpening(sessionId: string, opening: Promise<MediaRoom>): boolean {
    const place = this.#places.get(sessionId)
    return place?.status === 'opening' && place.opening === opening
  }

  async #build(sessionId: string): Promise<MediaRoom> {
    for (let attempt = 1; ; attempt += 1) {
      const worker = await this.#pool.acquire()
      try {
        return await MediaRoom.create({ sessionId, worker })
      } catch (error) {
        const died = error instanceof MediaError && error.code === 'ROOM_DIED'
        if (!died || attempt === CREATE_ATTEMPTS) throw error
      }
    }
  }

  #settle({ room, wanted }: { room: MediaRoom; wanted: boolean }): MediaRoom {
    const { sessionId } = room
    if (!wanted) {
      room.close()
      throw new MediaError('CLOSED', 'The session was closed meanwhile.')
    }
    if (room.closed) {
      this.#places.delete(sessionId)
      throw new MediaError('ROOM_DIED', 'The media worker died meanwhile.')
    }
    const open: Place = { status: 'open', room }
    this.#places.set(sessionId, open)
    room.once('died', () => {
      if (this.#places.get(sessionId) !== open) return
      const rebuilding = this.#open(sessionId)
      this.emit('reset', { sessionId })
      void rebuilding.catch((error: unknown) => this.emit('not-rebuilt', { sessionId, error }))
    })
    room.once('closed', () => {
      if (this.#places.get(sessionId) === open) this.#places.delete(sessionId)
    })
    this.emit('opened', room)
    return room
  }
}
