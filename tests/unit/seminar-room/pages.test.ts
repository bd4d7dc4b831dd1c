import { describe, expect, it } from 'vitest'
import { evenPageSize } from '#app/_features/seminar-room/stage/use-pages.ts'
import { movedHand } from '#app/_features/seminar-room/hands/moved-hand.ts'

describe('[STAGE2] pages of the stage', () => {
  it('are as even as they can be, and never larger than asked for', () => {
    const sizes = Array.from({ length: 13 }, (_, total) => evenPageSize(total, { most: 6 }))
    expect(sizes).toEqual([1, 1, 2, 3, 4, 5, 6, 4, 4, 5, 5, 6, 6])
  })
})

describe('[HAND2] who was moved in the queue', () => {
  const queue = (ids: string) => [...ids].map((participantId) => ({ participantId, raisedAtMs: 0 }))

  it('is the one whose place alone explains the new order, with the place from 1', () => {
    expect(movedHand(queue('cab'), queue('abc'))).toEqual([{ id: 'c', number: 1 }])
    expect(movedHand(queue('bcda'), queue('abcd'))).toEqual([{ id: 'a', number: 4 }])
  })

  it('is nobody where hands came, went or stayed', () => {
    expect(movedHand(queue('abc'), queue('ab'))).toEqual([])
    expect(movedHand(queue('ab'), queue('abc'))).toEqual([])
    expect(movedHand(queue('abc'), queue('abc'))).toEqual([])
  })
})
