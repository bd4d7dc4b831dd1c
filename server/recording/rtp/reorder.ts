import type { RtpPacket } from './parse.ts'

/** How long a hole may wait for the worker's retransmission before it counts as lost. */
export const REORDER_WAIT_MS = 400
/** A jump farther than this is a sender that began anew, not loss. */
const RESTART_DISTANCE = 2_000

export type ReorderOutput = RtpPacket | 'gap'

/** Puts packets in order of their 16-bit sequence number (RFC 3550 A.1), waiting a bounded time for what is missing. */
export class ReorderBuffer {
  #waiting = new Map<number, RtpPacket>()
  #next: number | undefined
  #lost = 0

  /** Packets that never came. */
  get lostPackets(): number {
    return this.#lost
  }

  /** Answers what became ready, in order; 'gap' stands where packets were given up. Duplicates and late ones vanish. */
  push(packet: RtpPacket): ReorderOutput[] {
    const next = (this.#next ??= packet.sequence)
    const distance = (packet.sequence - next) & 0xffff
    const behind = 0x10000 - distance
    if (distance > RESTART_DISTANCE && behind > RESTART_DISTANCE) {
      const rest = this.flush()
      this.#next = (packet.sequence + 1) & 0xffff
      return [...rest, 'gap', packet]
    }
    if (distance > RESTART_DISTANCE) return []
    this.#waiting.set(packet.sequence, packet)
    return this.drain(packet.arrivalMs)
  }

  /** Call from time to time: releases what has waited too long for a hole. */
  drain(nowMs: number): ReorderOutput[] {
    const ready: ReorderOutput[] = []
    while (this.#waiting.size > 0 && this.#next !== undefined) {
      const packet = this.#waiting.get(this.#next)
      if (packet) {
        this.#waiting.delete(this.#next)
        this.#next = (this.#next + 1) & 0xffff
        ready.push(packet)
        continue
      }
      const oldestMs = Math.min(...[...this.#waiting.values()].map((waiting) => waiting.arrivalMs))
      if (nowMs - oldestMs < REORDER_WAIT_MS) break
      this.#skipHole(this.#next)
      ready.push('gap')
    }
    return ready
  }

  /** Releases everything at once, with its gaps. */
  flush(): ReorderOutput[] {
    return this.drain(Infinity)
  }

  #skipHole(next: number): void {
    const holeSize = Math.min(...[...this.#waiting.keys()].map((sequence) => (sequence - next) & 0xffff))
    this.#lost += holeSize
    this.#next = (next + holeSize) & 0xffff
  }
}
