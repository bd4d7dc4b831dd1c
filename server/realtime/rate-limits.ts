import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '#core/contract/errors.ts'
import type { RoomRequestName } from '#core/contract/room-requests.ts'

export type RequestClass = 'entry' | 'chat' | 'signal' | 'media' | 'steer' | 'read' | 'noise'

/** Requests per ten seconds and person. A join on a full stage makes about eighty of media at once. */
export const ROOM_RATE_LIMITS: Readonly<Record<RequestClass, number>> = {
  entry: 30,
  chat: 20,
  signal: 30,
  media: 600,
  steer: 100,
  read: 60,
  noise: 50,
}

const WINDOW_SECONDS = 10

const CLASSES: Partial<Record<RoomRequestName, RequestClass>> = {
  'room.prepare': 'entry',
  'room.join': 'entry',
  'room.leave': 'signal',
  'room.events-after': 'read',
  'hand.raise': 'signal',
  'hand.lower': 'signal',
  'stage.enter': 'signal',
  'stage.leave': 'signal',
  'chat.send': 'chat',
  'chat.history': 'read',
}

const classOf = (name: RoomRequestName): RequestClass =>
  CLASSES[name] ?? (name.startsWith('media.') ? 'media' : 'steer')

/** Counts requests by class and person, in this process. */
export class RateLimits {
  readonly #limiters: ReadonlyMap<RequestClass, RateLimiterMemory>

  constructor(points: Partial<Record<RequestClass, number>> = {}) {
    const all = Object.entries({ ...ROOM_RATE_LIMITS, ...points }) as [RequestClass, number][]
    this.#limiters = new Map(
      all.map(([name, count]) => [name, new RateLimiterMemory({ points: count, duration: WINDOW_SECONDS })]),
    )
  }

  /** Throws `RATE_LIMITED` with the time after which a retry makes sense. */
  async take(name: RoomRequestName, key: string): Promise<void> {
    await this.#consume(classOf(name), key)
  }

  /** For messages that are no requests. False: too many. */
  async takeNoise(key: string): Promise<boolean> {
    try {
      await this.#consume('noise', key)
      return true
    } catch (error) {
      if (error instanceof AppError) return false
      throw error
    }
  }

  async #consume(name: RequestClass, key: string): Promise<void> {
    try {
      await this.#limiters.get(name)?.consume(key)
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      throw new AppError('RATE_LIMITED', '操作太快了，请稍等一下。', { retryAfterMs: refused.msBeforeNext })
    }
  }
}
