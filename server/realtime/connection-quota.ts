import type { IncomingMessage } from 'node:http'

/** A school behind one address, with some to spare. */
export const SOCKETS_PER_ADDRESS = 400

/** Counts open sockets by address. */
export class ConnectionQuota {
  readonly #open = new Map<string, number>()
  readonly #addressOf: (request: IncomingMessage) => string
  readonly #perAddress: number

  constructor({ addressOf, perAddress }: { addressOf: (request: IncomingMessage) => string; perAddress: number }) {
    this.#addressOf = addressOf
    this.#perAddress = perAddress
  }

  hasRoom(request: IncomingMessage): boolean {
    return (this.#open.get(this.#addressOf(request)) ?? 0) < this.#perAddress
  }

  /** The address that is counted now; give it back with `release`. */
  take(request: IncomingMessage): string {
    const address = this.#addressOf(request)
    this.#open.set(address, (this.#open.get(address) ?? 0) + 1)
    return address
  }

  release(address: string): void {
    const left = (this.#open.get(address) ?? 1) - 1
    if (left > 0) this.#open.set(address, left)
    else this.#open.delete(address)
  }
}
