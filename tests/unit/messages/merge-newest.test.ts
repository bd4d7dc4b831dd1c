import { expect, it } from 'vitest'
import type { NotificationCard } from '#core/contract/notifications.ts'
import { mergeNewest, type MessagePage } from '#app/_features/messages/merge-newest.ts'

const card = (id: number, readAt: string | null = null): NotificationCard => ({
  ...{ id: String(id).padStart(4, '0'), said: null, href: null, createdAt: '2026-11-26T00:00:00.000Z', readAt },
})
const page = (ids: readonly number[], nextCursor: string | null): MessagePage => ({
  items: ids.map((id) => card(id)),
  nextCursor,
})

it('[NOTE7] what has come stands above, nothing twice, and older ones stay with where they went on', () => {
  expect(mergeNewest(page([5, 4, 3, 2], 'after-2'), page([6, 5, 4], 'after-4'))).toEqual(
    page([6, 5, 4, 3, 2], 'after-2'),
  )
})

it('[NOTE7] what was written meanwhile in between is taken up, and what is read elsewhere goes from the unread', () => {
  expect(mergeNewest(page([6, 4, 3], 'after-3'), page([6, 5, 3], 'after-3'))).toEqual(page([6, 5, 3], 'after-3'))
  expect(mergeNewest(page([4, 3], null), page([], null))).toEqual(page([], null))
})

it('[NOTE7] the newest say how each stands', () => {
  const read = { items: [card(5, '2026-11-26T01:00:00.000Z')], nextCursor: 'after-5' }
  expect(mergeNewest(page([5, 4], null), read).items).toEqual([...read.items, card(4)])
})

it('[NOTE7] where more has come than was asked for, the list goes on from there instead of leaving a hole', () => {
  expect(mergeNewest(page([5, 4], 'after-4'), page([99, 98], 'after-98'))).toEqual(page([99, 98], 'after-98'))
})
