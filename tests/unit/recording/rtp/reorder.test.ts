import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REORDER_WAIT_MS, ReorderBuffer, type ReorderOutput } from '#server/recording/rtp/reorder.ts'
import { packet } from './packets.ts'

const numbers = (outputs: ReorderOutput[]) => outputs.map((output) => (output === 'gap' ? output : output.sequence))
const at = (sequence: number, arrivalMs = 0) => packet({ sequence, arrivalMs, payload: [1] })

describe('ReorderBuffer', () => {
  it('releases in order, across the wrap of the sequence number, each once', () => {
    const buffer = new ReorderBuffer()
    const order = [65_534, 0, 65_535, 65_535, 1, 65_534]
    expect(order.flatMap((sequence) => numbers(buffer.push(at(sequence))))).toEqual([65_534, 65_535, 0, 1])
  })

  it('gives a hole up after its time, and says so', () => {
    const buffer = new ReorderBuffer()
    buffer.push(at(1, 0))
    expect(buffer.push(at(4, 10))).toEqual([])
    expect(buffer.drain(10 + REORDER_WAIT_MS - 1)).toEqual([])
    expect(numbers(buffer.drain(10 + REORDER_WAIT_MS))).toEqual(['gap', 4])
    expect(numbers(buffer.push(at(3, 500)))).toEqual([])
  })

  it('a sender that begins anew is followed', () => {
    const buffer = new ReorderBuffer()
    buffer.push(at(100))
    expect(numbers(buffer.push(at(30_000)))).toEqual(['gap', 30_000])
    expect(numbers(buffer.push(at(30_001)))).toEqual([30_001])
  })

  it('any shuffle within the window comes out sorted and whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 65_535 }),
        fc.shuffledSubarray([...Array(40).keys()], { minLength: 40 }),
        (base, order) => {
          const buffer = new ReorderBuffer()
          const released = [at(base), ...order.map((step) => at((base + 1 + step) & 0xffff))].flatMap((next) =>
            numbers(buffer.push(next)),
          )
          expect(released).toEqual([...Array(41).keys()].map((step) => (base + step) & 0xffff))
        },
      ),
    )
  })
})
