import type { types } from 'mediasoup'
import { isSilence } from './silence.ts'

/**
 * How busy a worker is: its live consumers, since forwarding to receivers is what costs (7–18 µs per packet and receiver).
 * Counted from the worker's own objects, so nothing can be forgotten when a room, peer or transport closes.
 */
export class WorkerLoad {
  #consumers = 0
  #routers = 0

  static of(worker: types.Worker): WorkerLoad {
    const load = new WorkerLoad()
    worker.observer.on('newrouter', (router) => {
      load.#routers += 1
      router.observer.once('close', () => (load.#routers -= 1))
      router.observer.on('newtransport', (transport) => {
        transport.observer.on('newconsumer', (consumer) => {
          if (isSilence(consumer)) return
          load.#consumers += 1
          consumer.observer.once('close', () => (load.#consumers -= 1))
        })
      })
    })
    return load
  }

  private constructor() {}

  get consumers(): number {
    return this.#consumers
  }

  get rooms(): number {
    return this.#routers
  }

  /** Negative when this one has less to do than the other. */
  compare(other: WorkerLoad): number {
    return this.#consumers - other.#consumers || this.#routers - other.#routers
  }
}
