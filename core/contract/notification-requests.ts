import { z } from 'zod'
import { cursor, id, instant } from './fields.ts'
import { notificationCard } from './notifications.ts'

const nothing = z.object({})

/** What one has been told oneself; nobody sees anybody else's. */
export const notificationRequests = {
  /** Newest first. */
  'notifications.list': {
    input: z.object({
      only: z.literal('unread').optional(),
      cursor,
      limit: z.number().int().min(1).max(100).default(30),
    }),
    output: z.object({ items: z.array(notificationCard), nextCursor: z.string().nullable() }),
  },
  'notifications.count': { input: nothing, output: z.object({ unreadCount: z.number().int().nonnegative() }) },
  /** Those that are read already stay as they are. `readAt` is what `notifications.unread` takes it back by. */
  'notifications.read': {
    input: z.object({ notificationIds: z.array(id).min(1).max(100) }),
    output: z.object({ readAt: instant }),
  },
  /** All up to the newest that one has seen: what has come since stays unread. */
  'notifications.read-all': { input: z.object({ upToId: id }), output: z.object({ readAt: instant }) },
  /** Everything that was marked as read at that moment is unread again. */
  'notifications.unread': { input: z.object({ readAt: instant }), output: nothing },
} as const
